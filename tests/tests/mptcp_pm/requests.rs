//! The requests that the constructors create, compared with bytes written by hand.

use genl::AttributeSet;
use genl::AttributeWriter;
use genl::mptcp_pm::{
    AddAddr, Address, Announce, DelAddr, DumpAddrs, GetAddr, Limits, SetFlags, SetLimits,
    SubflowCreate, SubflowDestroy,
};

use super::common::hex;

#[track_caller]
fn assert_bytes(request: &impl AttributeSet, expected: &str) {
    let mut bytes = Vec::new();
    let mut out = AttributeWriter::new(&mut bytes);
    request.encode(&mut out);
    out.finish().unwrap();
    assert_eq!(bytes, hex(expected));
}

fn address(text: &str) -> Address {
    text.parse().unwrap()
}

const V4: &str = "06000100 02000000  08000300 0a000002";

#[test]
fn endpoints_by_id() {
    let by_id = "0c000180 05000200 07000000";
    assert_bytes(&DelAddr::from(7), by_id);
    assert_bytes(&DelAddr::by_id(7), by_id);
    assert_bytes(&GetAddr::from(7), by_id);
    let token = "08000400 34120000";
    assert_bytes(&GetAddr::from(7).of(0x1234), &format!("{by_id} {token}"));
    assert_bytes(&GetAddr::from(7).of(None), by_id);
    assert_bytes(&DumpAddrs::of(0x1234), token);
    assert_bytes(&DumpAddrs::of(None), "");
}

#[test]
fn both_limits() {
    let limits = Limits {
        rcv_add_addrs: 3,
        subflows: 5,
    };
    let expected = "08000200 03000000 08000300 05000000";
    assert_bytes(&SetLimits::from(limits), expected);
}

#[test]
fn addresses_and_their_flags() {
    assert_bytes(
        &AddAddr::from(address("10.0.0.2")),
        &format!("14000180 {V4}"),
    );
    let backup = address("10.0.0.2").backup();
    let expected = format!("1c000180 {V4} 08000600 04000000");
    assert_bytes(&SetFlags::from(backup.clone()), &expected);
    let subflow = SetFlags::of_subflow(0x1234, backup, address("10.0.0.2"));
    let expected = format!("{expected} 08000400 34120000 14000680 {V4}");
    assert_bytes(&subflow, &expected);
}

#[test]
fn announcements_have_an_id_and_the_flag_signal() {
    let request = Announce::new(0x1234, 7, address("10.0.0.2:80"));
    let family = "06000100 02000000 05000200 07000000 08000300 0a000002";
    let expected =
        format!("2c000180 {family} 06000500 50000000 08000600 01000000 08000400 34120000");
    assert_bytes(&request, &expected);
}

#[test]
fn subflows_between_two_ends() {
    let (here, there) = (address("10.0.0.2"), address("10.0.0.2:80"));
    let expected = format!("14000180 {V4} 08000400 34120000 1c000680 {V4} 06000500 50000000");
    let create = SubflowCreate::between(0x1234, here.clone(), there.clone());
    assert_bytes(&create, &expected);
    assert_bytes(&SubflowDestroy::between(0x1234, here, there), &expected);
}
