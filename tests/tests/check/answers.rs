//! Peers in memory that answer for the controller: as the kernel does, and as nobody should.

use std::str;
use std::time::Duration;

use genl::check::Snapshot;
use genl::mptcp_pm::MptcpPm;
use genl::nlctrl::{self, FamilyReply, GetFamily, Nlctrl, OpPolicyAttrs, PolicyReply};
use genl::{AsyncClient, Client, Error, ErrorKind, ExtendedAck, Keyed, Policy, Recorder, Scripted};
use genl_tests::fixtures;

use super::recorded::{self, recorded};
use super::report;

/// A peer that knows no family but the controller.
fn peer() -> Scripted {
    let mut peer = Scripted::new();
    peer.know(Nlctrl::DESCRIPTION, nlctrl::ID);
    peer
}

fn named() -> GetFamily {
    Snapshot::for_family(MptcpPm::DESCRIPTION)
}

fn family() -> FamilyReply {
    recorded::family(recorded("mptcp_pm"))
}

fn parts(command: u32) -> Vec<PolicyReply> {
    recorded::parts(28, &recorded("mptcp_pm")["per_op"][command.to_string()])
}

/// A peer that answers as the recorded kernel, but for the policies of the first operation.
fn answering(first: &[PolicyReply]) -> Result<Scripted, Error> {
    let mut peer = peer();
    peer.expect(&Nlctrl::GET_FAMILY, &named())?
        .reply(&family())?;
    let snapshot = Snapshot::new(family());
    for command in snapshot.commands(MptcpPm::DESCRIPTION) {
        let request = snapshot.for_policy(command);
        let parts = if command == 1 {
            first.to_vec()
        } else {
            parts(command)
        };
        peer.expect(&Nlctrl::GET_POLICY, &request)?
            .replies(&parts)?;
    }
    Ok(peer)
}

fn checked(peer: Scripted) -> Result<genl::check::Report, Error> {
    genl::check(MptcpPm::DESCRIPTION, &mut Client::over(peer)?)
}

#[test]
fn a_check_asks_what_was_recorded() -> Result<(), Error> {
    let mut client = Client::over(answering(&parts(1))?)?;
    let found = genl::check(MptcpPm::DESCRIPTION, &mut client)?;
    assert_eq!(found, report(MptcpPm::DESCRIPTION));
    assert_eq!(client.transport().outstanding(), 0);
    Ok(())
}

#[test]
fn a_recorded_check_is_repeated() -> Result<(), Box<dyn std::error::Error>> {
    let recorder = Recorder::new(answering(&parts(1))?);
    let mut client = Client::over(recorder)?;
    let found = genl::check(MptcpPm::DESCRIPTION, &mut client)?;
    let mut text = Vec::new();
    client.transport().to_text(&mut text)?;
    let kernel = Scripted::from_recording(str::from_utf8(&text)?)?;
    assert_eq!(checked(kernel)?, found);
    Ok(())
}

#[tokio::test]
async fn an_async_client_finds_the_same() -> Result<(), Error> {
    let mut client = AsyncClient::over(answering(&parts(1))?)?;
    let found = genl::check::check_async(MptcpPm::DESCRIPTION, &mut client).await?;
    assert_eq!(found, report(MptcpPm::DESCRIPTION));
    Ok(())
}

#[test]
fn a_family_that_the_kernel_does_not_have() -> Result<(), Error> {
    let mut peer = peer();
    let nothing = ExtendedAck::default();
    peer.expect(&Nlctrl::GET_FAMILY, &named())?
        .refuse(libc::ENOENT, &nothing)?;
    let error = checked(peer).expect_err("it is not there");
    assert!(matches!(error.kind(), ErrorKind::FamilyNotFound));
    assert_eq!(
        error.to_string(),
        "mptcp_pm check: the running kernel has no such generic netlink family"
    );
    Ok(())
}

#[test]
fn an_operation_without_policies() -> Result<(), Error> {
    let mut peer = peer();
    let mut family = family();
    family.ops.retain(|op| op.id == 6);
    peer.expect(&Nlctrl::GET_FAMILY, &named())?.reply(&family)?;
    let request = Snapshot::new(family).for_policy(6);
    let nothing = ExtendedAck::default();
    peer.expect(&Nlctrl::GET_POLICY, &request)?
        .refuse(libc::ENODATA, &nothing)?;
    let report = checked(peer)?;
    assert!(
        !report
            .differences()
            .iter()
            .any(|it| it.operation == "get-limits"),
        "{report}"
    );
    Ok(())
}

#[test]
fn a_refusal_is_an_error() -> Result<(), Error> {
    let mut peer = peer();
    peer.expect(&Nlctrl::GET_FAMILY, &named())?
        .reply(&family())?;
    let request = Snapshot::new(family()).for_policy(1);
    let nothing = ExtendedAck::default();
    peer.expect(&Nlctrl::GET_POLICY, &request)?
        .refuse(libc::EOPNOTSUPP, &nothing)?;
    let error = checked(peer).expect_err("an old kernel");
    assert_eq!(error.errno(), Some(libc::EOPNOTSUPP));
    Ok(())
}

#[test]
fn another_family_is_an_error() -> Result<(), Error> {
    let mut peer = peer();
    let other = recorded::family(&fixtures::families()["netdev"]);
    peer.expect(&Nlctrl::GET_FAMILY, &named())?.reply(&other)?;
    let error = checked(peer).expect_err("it is another one");
    assert_eq!(
        error.to_string(),
        "nlctrl get-family reply: the reply is about another family"
    );
    Ok(())
}

fn part(op_policy: Vec<Keyed<u16, OpPolicyAttrs>>, policy: &[(u16, u16)]) -> PolicyReply {
    let policy = policy.iter().map(|key| Keyed {
        key: *key,
        value: Policy::default(),
    });
    PolicyReply {
        family_id: 28,
        op_policy,
        policy: policy.collect(),
    }
}

fn index(key: u16, index: u32) -> Vec<Keyed<u16, OpPolicyAttrs>> {
    let value = OpPolicyAttrs {
        r#do: Some(index),
        dump: None,
    };
    vec![Keyed { key, value }]
}

#[test]
fn contradictions_are_errors() -> Result<(), Error> {
    let mut foreign = part(index(1, 0), &[]);
    foreign.family_id = 20;
    let rows = [
        (vec![foreign], "the policies are of another family"),
        (
            vec![part(index(2, 0), &[])],
            "the policies are of another operation",
        ),
        (
            vec![part(index(1, 0x1_0000), &[])],
            "no policy has this index",
        ),
        (
            vec![part(index(1, 0), &[]), part(index(1, 1), &[])],
            "an operation has two policies",
        ),
        (
            vec![part(vec![], &[(0, 1)]), part(vec![], &[(0, 1)])],
            "an attribute has two policies",
        ),
    ];
    for (parts, why) in rows {
        let error = checked(answering(&parts)?).expect_err(why);
        assert!(matches!(error.kind(), ErrorKind::Decode(_)));
        assert_eq!(error.to_string(), format!("nlctrl get-policy reply: {why}"));
    }
    Ok(())
}

#[test]
fn policies_have_an_end() {
    let mut snapshot = Snapshot::new(family());
    let mut parts = 0;
    let error = loop {
        match snapshot.add(1, part(vec![], &[])) {
            Ok(()) => parts += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(
        error.to_string(),
        "there are too many messages with policies"
    );
    assert_eq!(parts, 65_536);
}

#[test]
fn silence_ends_with_the_deadline() -> Result<(), Error> {
    let mut peer = peer();
    peer.expect(&Nlctrl::GET_FAMILY, &named())?
        .reply(&family())?;
    let request = Snapshot::new(family()).for_policy(1);
    // Some of the policies, and never an end.
    peer.expect(&Nlctrl::GET_POLICY, &request)?
        .part(&parts(1))?;
    let mut client = Client::over(peer)?;
    client.set_receive_timeout(Some(Duration::from_millis(20)))?;
    let error = genl::check(MptcpPm::DESCRIPTION, &mut client).expect_err("nothing arrives");
    assert!(error.is_timeout(), "{error}");
    Ok(())
}
