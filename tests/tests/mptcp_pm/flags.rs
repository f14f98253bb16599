//! The text form of flags, which is that of `ip mptcp`.

use genl::mptcp_pm::{AddressFlags, EventFlags, SubflowFlags};

#[test]
fn every_flag_has_a_name() {
    let every = AddressFlags::from_bits_retain(0x3f);
    let names = "signal,subflow,backup,fullmesh,implicit,laminar";
    assert_eq!(every.to_string(), names);
    assert_eq!(names.parse(), Ok(every));
    for (bit, name) in names.split(',').enumerate() {
        assert_eq!(name.parse(), Ok(AddressFlags::from_bits_retain(1 << bit)));
    }
    let events = EventFlags::from_bits_retain(3);
    assert_eq!(events.to_string(), "deny-join-id0,server-side");
    assert_eq!("deny-join-id0,server-side".parse(), Ok(events));
    let subflow = SubflowFlags::from_bits_retain(0x1ff);
    let names = "mcap-rem,mcap-loc,join-rem,join-loc,bkup-rem,bkup-loc,fully-established,connected,mapvalid";
    assert_eq!(subflow.to_string(), names);
    assert_eq!(names.parse(), Ok(subflow));
}

#[test]
fn bits_without_a_name_are_kept() {
    let flags = AddressFlags::from_bits_retain(0x8000_0042);
    assert_eq!(flags.to_string(), "subflow,0x80000040");
    assert_eq!("subflow,0x80000040".parse(), Ok(flags));
    assert_eq!("0x2,backup".parse(), Ok(AddressFlags::from_bits_retain(6)));
}

#[test]
fn empty_flags_are_empty_text() {
    assert_eq!(AddressFlags::empty().to_string(), "");
    assert_eq!("".parse(), Ok(AddressFlags::empty()));
    assert_eq!(" ".parse(), Ok(AddressFlags::empty()));
}

#[test]
fn spaces_and_repeats_are_ignored_and_padding_works() {
    let flags = AddressFlags::SIGNAL | AddressFlags::BACKUP;
    assert_eq!("backup, signal,backup".parse(), Ok(flags));
    assert_eq!(format!("{flags:<15}|"), "signal,backup  |");
}

#[test]
fn errors_list_the_known_names() {
    for text in ["signal,bckup", "bckup"] {
        let error = text.parse::<AddressFlags>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "unknown flag `bckup`: expected `signal`, `subflow`, `backup`, `fullmesh`, `implicit`, `laminar`, or bits such \
             as `0x40`"
        );
    }
    for text in [
        "SIGNAL",
        "signal,",
        "signal subflow",
        "0x",
        "0x100000000",
        "64",
        "server-side",
    ] {
        assert!(text.parse::<AddressFlags>().is_err(), "{text}");
    }
    assert!("0x10000".parse::<EventFlags>().is_err(), "16 bits");
}
