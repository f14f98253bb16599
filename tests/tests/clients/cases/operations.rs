//! Operations with one reply, or with an acknowledgement alone.

use std::io;
use std::time::Duration;

use genl::nlctrl::{GetFamily, GetPolicy, Nlctrl};
use genl::{ErrorKind, Family};

use super::*;
use crate::messages::{ADD, FLUSH, GET_LIMITS, ack, endpoint, limits};
use crate::radios::{self, Radio, Radios};

pub(crate) async fn a_get_is_answered() -> Outcome {
    let mut pm = answered(GET_LIMITS, &[limits(0, 5)]);
    let limits = wait!(pm.get_limits())?;
    assert_eq!((limits.rcv_add_addrs, limits.subflows), (8, 5));
    let peer = pm.channel().transport();
    // The family is looked up first. The client waited for each answer.
    assert_eq!((peer.sent.len(), peer.waits), (2, 2));
    assert_eq!((peer.sent[0][4], peer.sent[1][4]), (16, 28));
    Ok(())
}

pub(crate) async fn sets_are_acknowledged() -> Outcome {
    let mut peer = peer();
    expect(&mut peer, ADD, &[ack(0x100, 0, "")]);
    expect(&mut peer, FLUSH, &[ack(0x100, -7, "")]);
    let mut pm = pm(peer);
    wait!(pm.add_addr(&endpoint()))?;
    assert_eq!(pm.channel().ack_number(), 0);
    wait!(pm.flush_addrs())?;
    assert_eq!(pm.channel().ack_number(), 7);
    finished(&mut pm)
}

pub(crate) async fn refusals_name_the_attribute() -> Outcome {
    let words = "2100 0100 616464726573732066616d696c79206e6f7420737570706f7274656400 000000";
    let mut peer = peer();
    let refusal = ack(0x300, 22, &format!("{words} 0800 0200 18000000"));
    expect(&mut peer, ADD, &[refusal]);
    expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
    let mut pm = pm(peer);
    let error = wait!(pm.add_addr(&endpoint())).expect_err("refused");
    assert_eq!(
        error.to_string(),
        "mptcp_pm add-addr: Invalid argument (EINVAL): address family not supported (at `addr.family`)"
    );
    assert_eq!(wait!(pm.get_limits())?.subflows, 5);
    finished(&mut pm)
}

pub(crate) async fn warnings_belong_to_the_last_operation() -> Outcome {
    let mut peer = peer();
    // "bear"
    expect(
        &mut peer,
        ADD,
        &[ack(0x300, 0, "0900 0100 6265617200 000000")],
    );
    expect(&mut peer, FLUSH, &[ack(0x100, 0, "")]);
    let mut pm = pm(peer);
    wait!(pm.add_addr(&endpoint()))?;
    let warning = pm.channel().warning().expect("a warning");
    assert_eq!(warning.message.as_deref(), Some("bear"));
    wait!(pm.flush_addrs())?;
    assert_eq!(pm.channel().warning(), None);
    Ok(())
}

pub(crate) async fn requests_that_cannot_be_encoded_are_not_sent() -> Outcome {
    let mut nlctrl = Nlctrl::new(client(Scripted::new()));
    let request = GetFamily {
        family_id: None,
        family_name: Some("sixteen_letters_".to_owned()),
    };
    let error = wait!(nlctrl.get_family(&request)).expect_err("too long");
    assert_eq!(
        error.to_string(),
        "nlctrl get-family: attribute `family-name` has 16 bytes, expected at most 15"
    );
    let request = GetPolicy {
        family_name: request.family_name,
        ..GetPolicy::default()
    };
    let policies = wait!(nlctrl.get_policy(&request)).map(drop);
    assert_eq!(
        policies.expect_err("too long").to_string(),
        "nlctrl get-policy: attribute `family-name` has 16 bytes, expected at most 15"
    );
    assert_eq!(nlctrl.channel().transport().sent.len(), 0);
    Ok(())
}

pub(crate) async fn replies_may_borrow() -> Outcome {
    let request = "1c000000 1e00 0100 00000000 00000000 03 01 0000  0800 0100 04000000";
    let mut peer = Scripted::new();
    peer.family(Radios::DESCRIPTION, radios::ID)?;
    expect(&mut peer, request, &[radios::name(3, "four")]);
    let mut radios = Radios::new(client(peer));
    let reply = wait!(radios.name(&Radio::of(4)))?;
    assert_eq!(reply.name, "four");
    Ok(())
}

/// The acknowledgement of an operation with `-> Option<Reply>` comes after the reply, or alone.
pub(crate) async fn replies_may_be_absent() -> Outcome {
    let request = "1c000000 1e00 0500 00000000 00000000 04 01 0000  0800 0100 04000000";
    let mut peer = Scripted::new();
    peer.family(Radios::DESCRIPTION, radios::ID)?;
    let reply = radios::part(5, 4, 7);
    expect(&mut peer, request, &[reply.clone(), ack(0x100, 0, "")]);
    expect(&mut peer, request, &[ack(0x100, 0, "")]);
    expect(&mut peer, request, &[reply, ack(0x100, 16, "")]);
    let mut radios = Radios::new(client(peer));
    let tuned = wait!(radios.tune(&Radio::of(4)))?;
    assert_eq!(tuned.map(|radio| radio.bands), Some(vec![7]));
    assert_eq!(wait!(radios.tune(&Radio::of(4)))?, None);
    let error = wait!(radios.tune(&Radio::of(4))).expect_err("refused behind its reply");
    assert!(error.is_busy(), "{error}");
    Ok(())
}

pub(crate) async fn two_families_share_a_socket() -> Outcome {
    let mut peer = peer();
    peer.family(Radios::DESCRIPTION, radios::ID)?;
    for subflows in [5, 6] {
        expect(&mut peer, GET_LIMITS, &[limits(0, subflows)]);
        let request = "1c000000 1e00 0100 00000000 00000000 03 01 0000  0800 0100 04000000";
        expect(&mut peer, request, &[radios::name(3, "four")]);
    }
    let mut client = client(peer);
    for subflows in [5, 6] {
        let limits = wait!(MptcpPm::new(&mut client).get_limits())?;
        assert_eq!(limits.subflows, subflows);
        let mut radios = Radios::new(&mut client);
        assert_eq!(wait!(radios.name(&Radio::of(4)))?.name, "four");
    }
    // Each family was looked up once.
    assert_eq!(client.transport().sent.len(), 6);
    Ok(())
}

pub(crate) async fn unknown_families_are_errors() -> Outcome {
    let question = family_question("no_such_fam");
    let mut peer = peer();
    for _ in 0..2 {
        expect(&mut peer, &question, &[ack(0x100, 2, "")]);
    }
    expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
    let mut client = client(peer);
    // The kernel may load a module at any time, so the family is looked up again each time.
    for _ in 0..2 {
        let family = Family::new("no_such_fam", 1);
        let error = wait!(client.resolve(family)).expect_err("there is none");
        assert!(matches!(error.kind(), ErrorKind::FamilyNotFound), "{error}");
    }
    let mut pm = MptcpPm::new(client);
    assert_eq!(wait!(pm.get_limits())?.subflows, 5);
    finished(&mut pm)
}

pub(crate) async fn a_refused_lookup_is_an_error() -> Outcome {
    let mut peer = peer();
    let refused = ack(0x100, libc::EPERM, "");
    expect(&mut peer, &family_question("guarded"), &[refused]);
    let mut client = client(peer);
    let error = wait!(client.resolve(Family::new("guarded", 1))).expect_err("it is refused");
    assert_eq!(error.errno(), Some(libc::EPERM), "{error}");
    Ok(())
}

pub(crate) async fn a_stale_id_is_looked_up_again() -> Outcome {
    let mut peer = Scripted::new();
    let question = family_question("mptcp_pm");
    let renamed = GET_LIMITS.replacen("1c00", "1d00", 1);
    expect(&mut peer, &question, &[family("mptcp_pm", 28)]);
    expect(&mut peer, GET_LIMITS, &[ack(0x100, 2, "")]);
    expect(&mut peer, &question, &[family("mptcp_pm", 29)]);
    let mut reply = limits(0, 5);
    reply[4] = 29;
    expect(&mut peer, &renamed, &[reply]);
    // The id is right: the refusal is about the operation.
    expect(&mut peer, &renamed, &[ack(0x100, 2, "")]);
    expect(&mut peer, &question, &[family("mptcp_pm", 29)]);
    let mut pm = pm(peer);
    assert_eq!(wait!(pm.get_limits())?.subflows, 5);
    let error = wait!(pm.get_limits()).expect_err("refused");
    assert_eq!(error.errno(), Some(libc::ENOENT));
    finished(&mut pm)
}

pub(crate) async fn answers_that_never_come_are_timeouts() -> Outcome {
    let mut peer = peer();
    expect(&mut peer, GET_LIMITS, &[]);
    expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
    let mut pm = pm(peer);
    pm.channel()
        .set_receive_timeout(Some(Duration::from_millis(1)))?;
    let error = wait!(pm.get_limits()).expect_err("no answer");
    assert!(error.is_timeout(), "{error}");
    // It is late, and not taken for the answer to the next request.
    pm.channel().transport().inner.deliver(limits(1, 99), 0);
    assert_eq!(wait!(pm.get_limits())?.subflows, 5);
    finished(&mut pm)
}

/// A busy program reads the answer after the deadline. Unrelated datagrams do not extend the deadline.
pub(crate) async fn an_answer_that_came_in_time_may_be_read_later() -> Outcome {
    let mut peer = peer();
    expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
    expect(&mut peer, GET_LIMITS, &[limits(0, 6)]);
    let mut pm = pm(peer);
    wait!(pm.channel().resolve(MptcpPm::FAMILY))?;
    pm.channel().transport().delay = Duration::from_secs(60);
    assert_eq!(wait!(pm.get_limits())?.subflows, 5);
    pm.channel().transport().inner.deliver(limits(99, 9), 0);
    let error = wait!(pm.get_limits()).expect_err("late");
    assert!(error.is_timeout(), "{error}");
    Ok(())
}

pub(crate) async fn lost_and_cut_answers_are_errors() -> Outcome {
    let mut peer = peer();
    expect(&mut peer, GET_LIMITS, &[limits(0, 4)]);
    expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
    expect(&mut peer, GET_LIMITS, &[limits(0, 6)]);
    let mut pm = pm(peer);
    wait!(pm.channel().resolve(MptcpPm::FAMILY))?;
    let lost = io::Error::from_raw_os_error(libc::ENOBUFS);
    pm.channel().transport().inner.fail(lost);
    let error = wait!(pm.get_limits()).expect_err("lost");
    assert_eq!(error.errno(), Some(libc::ENOBUFS));
    pm.channel().set_receive_capacity(35)?;
    let error = wait!(pm.get_limits()).expect_err("cut");
    let cut = ErrorKind::Truncated {
        length: 36,
        capacity: 35,
    };
    assert_eq!(format!("{:?}", error.kind()), format!("{cut:?}"));
    pm.channel().set_receive_capacity(36)?;
    assert_eq!(wait!(pm.get_limits())?.subflows, 6);
    finished(&mut pm)
}
