//! `IOAM6`, compared with `ip ioam`.

use genl_families::ioam6::{
    AddNamespace, AddSchema, DelNamespace, DelSchema, Ioam6, Namespace, Schema, SetSchema,
};
use genl_families::known;
use genl_tests::ip;
use genl_tests::live::{LiveTest, live_test};

use crate::ioam6;
use crate::policy::{self, Outcome};

pub(crate) const TESTS: &[LiveTest] = &[
    live_test!(ioam6::policy_agrees, needs = [Family("IOAM6")]),
    live_test!(
        ioam6::everything_needs_capabilities_in_the_initial_namespace,
        needs = [Family("IOAM6")]
    ),
    live_test!(
        ioam6::ip_sees_what_genl_adds,
        needs = [Family("IOAM6"), IpTool, Admin]
    ),
    live_test!(
        ioam6::genl_reads_what_ip_adds,
        needs = [Family("IOAM6"), IpTool, Admin]
    ),
    live_test!(
        ioam6::refusals_are_returned,
        needs = [Family("IOAM6"), Admin]
    ),
];

pub(crate) fn policy_agrees() -> Outcome {
    policy::agrees(Ioam6::DESCRIPTION, known::IOAM6)
}

fn namespaces(ioam: &mut Ioam6) -> Result<Vec<Namespace>, genl::Error> {
    let mut namespaces: Vec<Namespace> = ioam.dump_namespaces()?.collect::<Result<_, _>>()?;
    // The kernel uses the order of a hash table.
    namespaces.sort_by_key(|namespace| namespace.ns_id);
    Ok(namespaces)
}

fn schemas(ioam: &mut Ioam6) -> Result<Vec<Schema>, genl::Error> {
    let mut schemas: Vec<Schema> = ioam.dump_schemas()?.collect::<Result<_, _>>()?;
    schemas.sort_by_key(|schema| schema.sc_id);
    Ok(schemas)
}

pub(crate) fn everything_needs_capabilities_in_the_initial_namespace() -> Outcome {
    let mut ioam = Ioam6::connect()?;
    let refused = [
        ioam.add_namespace(&AddNamespace::default()).err(),
        ioam.ns_set_schema(&SetSchema::default()).err(),
        namespaces(&mut ioam).err(),
        schemas(&mut ioam).err(),
    ];
    for error in refused {
        assert_eq!(error.ok_or("allowed")?.raw_os_error(), Some(libc::EPERM));
    }
    // Events need only capabilities in the namespace.
    Ioam6::listen(&[Ioam6::EVENTS])?;
    Ok(())
}

pub(crate) fn ip_sees_what_genl_adds() -> Outcome {
    let mut ioam = Ioam6::connect()?;
    ioam.add_namespace(&AddNamespace {
        ns_id: 7,
        ns_data: Some(0x0102_0304),
        ns_data_wide: Some(0x0102_0304_0506_0708),
    })?;
    ioam.add_schema(&AddSchema {
        sc_id: 3,
        sc_data: b"hello".to_vec(),
    })?;
    ioam.ns_set_schema(&SetSchema {
        ns_id: 7,
        sc_id: Some(3),
        sc_none: false,
    })?;
    let shown = ip::run(&["ioam", "namespace", "show"])?;
    let expected = "namespace 7 [schema 3], data 0x01020304, wide 0x0102030405060708";
    assert_eq!(shown.trim(), expected);
    let shown = ip::run(&["ioam", "schema", "show"])?;
    let expected = "schema 3 [namespace 7], data: 68 65 6c 6c 6f 00 00 00";
    assert_eq!(shown.trim(), expected);

    ioam.ns_set_schema(&SetSchema {
        ns_id: 7,
        sc_id: None,
        sc_none: true,
    })?;
    assert!(!ip::run(&["ioam", "namespace", "show"])?.contains("schema"));
    ioam.del_schema(&DelSchema { sc_id: 3 })?;
    ioam.del_namespace(&DelNamespace { ns_id: 7 })?;
    assert_eq!(ip::run(&["ioam", "namespace", "show"])?.trim(), "");
    assert_eq!(ip::run(&["ioam", "schema", "show"])?.trim(), "");
    Ok(())
}

pub(crate) fn genl_reads_what_ip_adds() -> Outcome {
    let mut ioam = Ioam6::connect()?;
    assert_eq!(
        (namespaces(&mut ioam)?, schemas(&mut ioam)?),
        (vec![], vec![])
    );
    ip::batch(
        [
            "ioam namespace add 8",
            "ioam namespace add 9 data 0xdead wide 0xbeef00000000",
            "ioam schema add 4 hey",
            "ioam schema add 5 12345678",
            "ioam namespace set 9 schema 4",
        ]
        .map(str::to_owned),
    )?;
    let bare = Namespace {
        ns_id: 8,
        ..Namespace::default()
    };
    let full = Namespace {
        ns_id: 9,
        ns_data: Some(0xdead),
        ns_data_wide: Some(0xbeef_0000_0000),
        sc_id: Some(4),
    };
    assert_eq!(namespaces(&mut ioam)?, [bare, full]);
    let used = Schema {
        sc_id: 4,
        sc_data: b"hey\0".to_vec(),
        ns_id: Some(9),
    };
    let idle = Schema {
        sc_id: 5,
        sc_data: b"12345678".to_vec(),
        ns_id: None,
    };
    assert_eq!(schemas(&mut ioam)?, [used, idle]);
    Ok(())
}

pub(crate) fn refusals_are_returned() -> Outcome {
    let mut ioam = Ioam6::connect()?;
    let namespace = AddNamespace {
        ns_id: 1,
        ..AddNamespace::default()
    };
    ioam.add_namespace(&namespace)?;
    let errno = |refused: Result<(), genl::Error>| refused.err().and_then(|it| it.raw_os_error());
    assert_eq!(errno(ioam.add_namespace(&namespace)), Some(libc::EEXIST));
    let unknown = DelNamespace { ns_id: 2 };
    assert_eq!(errno(ioam.del_namespace(&unknown)), Some(libc::ENOENT));
    let unknown = DelSchema { sc_id: 2 };
    assert_eq!(errno(ioam.del_schema(&unknown)), Some(libc::ENOENT));
    let neither = SetSchema {
        ns_id: 1,
        ..SetSchema::default()
    };
    assert_eq!(errno(ioam.ns_set_schema(&neither)), Some(libc::EINVAL));
    let long = AddSchema {
        sc_id: 1,
        sc_data: vec![0; 1021],
    };
    let error = ioam.add_schema(&long).expect_err("too long");
    assert!(error.to_string().contains("`sc-data`"), "{error}");
    let longest = AddSchema {
        sc_id: 1,
        sc_data: vec![7; 1020],
    };
    ioam.add_schema(&longest)?;
    assert_eq!(schemas(&mut ioam)?[0].sc_data, longest.sc_data);
    Ok(())
}
