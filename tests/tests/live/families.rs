//! The controller, and properties of every family.

use std::error::Error;

use genl::mptcp_pm::{Endpoint, MptcpPm};
use genl::nlctrl::{GetFamily, GetPolicy, Nlctrl};
use genl::wire::AttributeWriter;
use genl::{
    AttributeSet, Attributes, Client, DecodeError, Do, ErrorKind, Family, Listener, Policy,
    PolicyType, description,
};
use genl_tests::namespace::IPV4;

type Outcome = Result<(), Box<dyn Error>>;

fn by_name(name: &str) -> GetFamily {
    GetFamily {
        family_name: Some(name.to_owned()),
        ..GetFamily::default()
    }
}

pub(crate) fn controller_knows_itself_and_others() -> Outcome {
    let mut nlctrl = Nlctrl::connect()?;
    let itself = nlctrl.get_family(&by_name("nlctrl"))?;
    assert_eq!(
        (itself.family_id, itself.version),
        (genl::nlctrl::ID, Some(2))
    );
    assert_eq!(
        itself
            .mcast_groups
            .iter()
            .map(|group| group.name.as_str())
            .collect::<Vec<_>>(),
        ["notify"]
    );

    let mptcp = nlctrl.get_family(&by_name("mptcp_pm"))?;
    let by_id = GetFamily {
        family_id: Some(mptcp.family_id),
        ..GetFamily::default()
    };
    assert_eq!(nlctrl.get_family(&by_id)?, mptcp);
    let mut described: Vec<_> = MptcpPm::DESCRIPTION
        .groups
        .iter()
        .map(|group| group.name)
        .collect();
    let mut groups: Vec<_> = mptcp
        .mcast_groups
        .iter()
        .map(|group| group.name.as_str())
        .collect();
    described.sort_unstable();
    groups.sort_unstable();
    assert_eq!(groups, described);
    for operation in MptcpPm::DESCRIPTION.operations {
        let known = mptcp
            .ops
            .iter()
            .find(|op| op.id == u32::from(operation.command));
        let flags = known
            .unwrap_or_else(|| panic!("the kernel has no {}", operation.name))
            .flags;
        let admin = operation.permission == description::Permission::NamespaceAdmin;
        assert_eq!(
            flags.contains(genl::nlctrl::OpFlags::UNS_ADMIN_PERM),
            admin,
            "{}",
            operation.name
        );
    }

    let names: Vec<String> = nlctrl
        .dump_families()?
        .map(|family| family.map(|family| family.family_name))
        .collect::<Result<_, _>>()?;
    assert!(
        names.contains(&"nlctrl".to_owned()) && names.contains(&"mptcp_pm".to_owned()),
        "{names:?}"
    );
    Ok(())
}

pub(crate) fn policy_of_the_path_manager() -> Outcome {
    let mut nlctrl = Nlctrl::connect()?;
    let request = GetPolicy {
        family_name: Some("mptcp_pm".to_owned()),
        op: Some(1),
        ..GetPolicy::default()
    };
    let mut policies: Vec<((u16, u16), Policy)> = Vec::new();
    let mut operations = Vec::new();
    for part in nlctrl.get_policy(&request)? {
        let part = part?;
        operations.extend(
            part.op_policy
                .iter()
                .map(|entry| (entry.key, entry.value.r#do)),
        );
        policies.extend(
            part.policy
                .into_iter()
                .map(|entry| (entry.key, entry.value)),
        );
    }
    assert_eq!(operations, [(1, Some(0))]);
    // add-addr accepts a nest (policy 0), which contains an address (another policy).
    let nest = policies
        .iter()
        .find(|(key, _)| *key == (0, 1))
        .expect("the endpoint");
    assert_eq!(nest.1.kind, Some(PolicyType::Nested));
    let address = u16::try_from(nest.1.policy_idx.expect("the policy of addresses"))?;
    let kind = |number| {
        policies
            .iter()
            .find(|(key, _)| *key == (address, number))
            .and_then(|(_, policy)| policy.kind)
    };
    assert_eq!(
        [kind(1), kind(2), kind(5), kind(6)],
        [
            Some(PolicyType::U16),
            Some(PolicyType::U8),
            Some(PolicyType::U16),
            Some(PolicyType::U32)
        ]
    );
    Ok(())
}

pub(crate) fn unknown_family_and_group() {
    let error = Client::connect(Family::new("no_such_family", 1)).expect_err("there is none");
    assert!(matches!(error.kind(), ErrorKind::FamilyNotFound), "{error}");
    assert_eq!(
        error.to_string(),
        "no_such_family connect: the running kernel has no such generic netlink family"
    );

    let group = MptcpPm::FAMILY.group("no_such_group");
    let error =
        Listener::<genl::mptcp_pm::MptcpPmEvent>::connect(&[group]).expect_err("there is none");
    assert!(
        matches!(
            error.kind(),
            ErrorKind::GroupNotFound {
                group: "no_such_group"
            }
        ),
        "{error}"
    );
    let error = MptcpPm::listen(&[Nlctrl::NOTIFY]).expect_err("of another family");
    assert!(
        matches!(
            error.kind(),
            ErrorKind::ForeignGroup {
                family: "nlctrl",
                ..
            }
        ),
        "{error}"
    );
}

pub(crate) fn abandoned_dump_leaves_the_client_usable() -> Outcome {
    let mut nlctrl = Nlctrl::connect()?;
    // The dump has hundreds of messages in several datagrams.
    let request = GetPolicy {
        family_name: Some("ethtool".to_owned()),
        ..GetPolicy::default()
    };
    let whole = nlctrl
        .get_policy(&request)?
        .collect::<Result<Vec<_>, _>>()?;
    assert!(whole.len() > 200, "{}", whole.len());
    for taken in [0, 1, 100] {
        assert_eq!(nlctrl.get_policy(&request)?.take(taken).count(), taken);
        assert_eq!(
            nlctrl
                .get_policy(&request)?
                .collect::<Result<Vec<_>, _>>()?,
            whole
        );
        assert_eq!(nlctrl.get_policy(&request)?.take(taken).count(), taken);
        assert_eq!(
            nlctrl.get_family(&by_name("nlctrl"))?.family_id,
            genl::nlctrl::ID
        );
    }
    Ok(())
}

pub(crate) fn one_socket_for_several_families() -> Outcome {
    let mut client = Client::open()?;
    let limits = MptcpPm::new(&mut client).get_limits()?;
    assert_eq!(
        Nlctrl::new(&mut client)
            .get_family(&by_name("nlctrl"))?
            .family_id,
        genl::nlctrl::ID
    );
    assert_eq!(MptcpPm::new(&mut client).get_limits()?, limits);
    Ok(())
}

/// An add-addr with two extra bytes after its attributes, which the kernel accepts with a warning.
struct Sloppy(Endpoint);

impl AttributeSet for Sloppy {
    type View<'a> = Endpoint;

    const DESCRIPTION: description::AttributeSet = Endpoint::DESCRIPTION;

    fn encode(&self, out: &mut AttributeWriter<'_>) {
        self.0.encode(out);
        out.put_raw(&[1, 2]);
    }

    fn decode(attributes: Attributes<'_>) -> Result<Endpoint, DecodeError> {
        Endpoint::decode(attributes)
    }
}

pub(crate) fn warnings_are_returned() -> Outcome {
    const SLOPPY: Do<Sloppy, ()> = MptcpPm::FAMILY.op("add-addr", 1);
    let mut client = Client::connect(MptcpPm::FAMILY)?;
    client.call(
        &SLOPPY,
        &Sloppy(Endpoint {
            addr: Some(IPV4[1].into()),
        }),
    )?;
    let warning = client.warning().expect("a warning");
    assert_eq!(
        warning.message.as_deref(),
        Some("bytes leftover after parsing attributes")
    );
    client.call(&MptcpPm::FLUSH_ADDRS, &())?;
    assert!(client.warning().is_none(), "of the last operation alone");
    Ok(())
}

/// An attribute that `mptcp_pm` does not have.
#[derive(Debug, AttributeSet)]
struct Foreign {
    #[attr(99)]
    number: u32,
}

/// Operations described as `lax` accept it, and the others refuse it. `dont-validate: [strict]` of a command does not apply
/// to its dump.
pub(crate) fn lax_operations_take_unknown_attributes() -> Outcome {
    const FAMILY: Family = Family::new("mptcp_pm", 1);
    let mut client = Client::connect(FAMILY)?;
    let foreign = Foreign { number: 1 };

    assert!(MptcpPm::GET_LIMITS.operation().lax);
    let get: Do<Foreign, ()> = FAMILY.op("get-limits", MptcpPm::GET_LIMITS.operation().command);
    client.call(&get, &foreign)?;

    assert!(!MptcpPm::DUMP_ADDRS.operation().lax);
    let dump = FAMILY
        .dump::<Foreign, ()>("dump-addrs", MptcpPm::DUMP_ADDRS.operation().command)
        .reply(MptcpPm::DUMP_ADDRS.operation().reply_command);
    let refused = client.dump(&dump, &foreign)?.find_map(Result::err);
    let errno = refused.and_then(|error| error.raw_os_error());
    assert_eq!(errno, Some(libc::EINVAL));
    Ok(())
}
