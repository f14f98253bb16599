//! Dumps, and operations with several replies.

use genl::mptcp_pm::{DumpAddrs, EndpointReply};
use genl::{Error, ErrorKind};

use super::*;
use crate::messages::{ADD, DUMP, GET_LIMITS, ack, done, endpoint, limits, part};
use crate::radios::{self, Radio, Radios};

/// `NLM_F_MULTI` and `NLM_F_DUMP_INTR`.
const MULTI: u16 = 0x2;
const INTERRUPTED: u16 = 0x10;

const ALL: DumpAddrs = DumpAddrs { token: None };

/// Returns the ids of the endpoints up to the end or the first error.
async fn dump(pm: &mut Pm) -> (Vec<Option<u8>>, Option<Error>) {
    let mut ids = Vec::new();
    let mut replies = wait!(pm.dump_addrs(&ALL)).expect("the script expects it");
    while let Some(reply) = wait!(replies.next()) {
        match reply {
            Ok(reply) => ids.push(reply.addr.id),
            Err(error) => return (ids, Some(error)),
        }
    }
    (ids, None)
}

/// Creates a peer that expects these dumps, one after the other.
fn dumped(dumps: &[&[Vec<u8>]]) -> Pm {
    let mut peer = peer();
    for answers in dumps {
        expect(&mut peer, DUMP, answers);
    }
    pm(peer)
}

fn told(replies: Vec<Result<EndpointReply, Error>>) -> Vec<String> {
    let told = |reply: Result<EndpointReply, Error>| match reply {
        Ok(reply) => format!("{:?}", reply.addr.id),
        Err(error) => error.to_string(),
    };
    replies.into_iter().map(told).collect()
}

pub(crate) async fn replies_come_in_any_number_of_datagrams() -> Outcome {
    let three = [
        part(0, 1),
        [part(MULTI, 2), part(MULTI, 3)].concat(),
        done(MULTI, 0, ""),
    ];
    let one = [[part(MULTI, 4), done(MULTI, 0, "")].concat()];
    let mut pm = dumped(&[&three, &one, &three]);
    assert_eq!(dump(&mut pm).await.0, [Some(1), Some(2), Some(3)]);
    assert_eq!(dump(&mut pm).await.0, [Some(4)]);
    let replies = all(wait!(pm.dump_addrs(&ALL))?).await;
    assert_eq!(told(replies), ["Some(1)", "Some(2)", "Some(3)"]);
    finished(&mut pm)
}

pub(crate) async fn replies_may_borrow() -> Outcome {
    let request = "14000000 1e00 0103 00000000 00000000 02 01 0000";
    let both = [radios::name(2, "four"), radios::name(2, "five")].concat();
    let mut peer = Scripted::new();
    peer.family(Radios::DESCRIPTION, radios::ID)?;
    expect(&mut peer, request, &[both, done(MULTI, 0, "")]);
    let mut radios = Radios::new(client(peer));
    let mut names = wait!(radios.names())?;
    let mut seen = Vec::new();
    while let Some(reply) = wait!(names.next()) {
        seen.push(reply?.name.to_owned());
    }
    assert_eq!(seen, ["four", "five"]);
    Ok(())
}

/// After any number of parts, the next dump and an acknowledgement are right.
pub(crate) async fn a_dump_may_be_abandoned() -> Outcome {
    let parts = [
        part(MULTI, 1),
        [part(MULTI, 2), part(MULTI, 3)].concat(),
        done(MULTI, 0, ""),
    ];
    for read in 0..=4 {
        let mut peer = peer();
        expect(&mut peer, DUMP, &parts);
        expect(&mut peer, DUMP, &[part(MULTI, 7), done(MULTI, 0, "")]);
        expect(&mut peer, ADD, &[ack(0x100, 0, "")]);
        let mut pm = pm(peer);
        let mut replies = wait!(pm.dump_addrs(&ALL))?;
        let mut seen = 0;
        while seen < read && wait!(replies.next()).transpose()?.is_some() {
            seen += 1;
        }
        assert_eq!(seen, read.min(3));
        drop(replies);
        assert_eq!(dump(&mut pm).await.0, [Some(7)], "after {read} parts");
        wait!(pm.add_addr(&endpoint()))?;
        finished(&mut pm)?;
    }
    Ok(())
}

pub(crate) async fn interruptions_are_reported() -> Outcome {
    let changed = [
        part(MULTI, 1),
        part(MULTI | INTERRUPTED, 2),
        done(MULTI, 0, ""),
    ];
    let mut pm = dumped(&[&changed]);
    let mut replies = wait!(pm.dump_addrs(&ALL))?;
    let mut seen = Vec::new();
    while let Some(Ok(_)) = wait!(replies.next()) {
        seen.push(replies.is_interrupted());
    }
    assert_eq!(seen, [false, true]);
    assert!(wait!(replies.next()).is_none());
    Ok(())
}

pub(crate) async fn consistent_dumps_are_repeated() -> Outcome {
    let changed = [
        part(MULTI, 1),
        part(MULTI | INTERRUPTED, 2),
        done(MULTI, 0, ""),
    ];
    let whole = [part(MULTI, 3), part(MULTI, 4), done(MULTI, 0, "")];
    let mut pm = dumped(&[&changed, &changed, &whole, &changed, &changed, &whole]);
    let replies = wait!(wait!(pm.dump_addrs(&ALL))?.consistent(3))?;
    let ids: Vec<_> = replies.iter().map(|reply| reply.addr.id).collect();
    assert_eq!(ids, [Some(3), Some(4)]);
    let error = wait!(wait!(pm.dump_addrs(&ALL))?.consistent(2)).expect_err("changed twice");
    assert!(
        matches!(error.kind(), ErrorKind::DumpInterrupted),
        "{error}"
    );
    assert_eq!(dump(&mut pm).await.0, [Some(3), Some(4)]);
    // At least one attempt is made. An error other than an interruption is not repeated.
    let refused = [ack(0x100, 16, "")];
    for attempts in [0, 5] {
        let mut pm = dumped(&[&refused]);
        let error = wait!(wait!(pm.dump_addrs(&ALL))?.consistent(attempts)).expect_err("refused");
        assert!(error.is_busy(), "{error}");
    }
    Ok(())
}

pub(crate) async fn undecodable_parts_are_errors_between_the_others() -> Outcome {
    let broken = message(ID, MULTI, 0, "03 01 0000  0c00 0180 0600 0200 0202 0000");
    let parts = [
        part(MULTI, 1),
        broken,
        vec![1; 7],
        part(MULTI, 2),
        done(MULTI, 0, ""),
    ];
    let mut pm = dumped(&[&parts]);
    let replies = all(wait!(pm.dump_addrs(&ALL))?).await;
    assert_eq!(
        told(replies),
        [
            "Some(1)",
            "mptcp_pm dump-addrs reply: attribute `addr.id` has 2 bytes, expected 1 (at byte 24)",
            "mptcp_pm dump-addrs reply: ends with 7 bytes, too few for a header",
            "Some(2)",
        ]
    );
    finished(&mut pm)
}

pub(crate) async fn ends_contain_errors_and_warnings() -> Outcome {
    let failed = [part(MULTI, 1), done(MULTI, 5, "")];
    let refused = [ack(0x100, 16, "")];
    // "bear"
    let warned = [
        part(MULTI, 2),
        done(0x202, 0, "0900 0100 6265617200 000000"),
    ];
    let mut pm = dumped(&[&failed, &refused, &warned]);
    let (ids, error) = dump(&mut pm).await;
    assert_eq!(ids, [Some(1)]);
    assert_eq!(error.and_then(|error| error.errno()), Some(libc::EIO));
    let (ids, error) = dump(&mut pm).await;
    assert_eq!(ids, []);
    assert_eq!(error.and_then(|error| error.errno()), Some(libc::EBUSY));
    assert_eq!(dump(&mut pm).await.0, [Some(2)]);
    let warning = pm.channel().warning().expect("a warning");
    assert_eq!(warning.message.as_deref(), Some("bear"));
    Ok(())
}

pub(crate) async fn an_end_that_never_comes_is_a_timeout() -> Outcome {
    let mut peer = peer();
    expect(&mut peer, DUMP, &[part(MULTI, 1)]);
    expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
    let mut pm = pm(peer);
    let mut replies = wait!(pm.dump_addrs(&ALL))?;
    assert!(matches!(wait!(replies.next()), Some(Ok(_))));
    let error = wait!(replies.next()).and_then(Result::err);
    assert!(error.is_some_and(|error| error.is_timeout()));
    assert!(wait!(replies.next()).is_none(), "it has ended");
    assert_eq!(wait!(pm.get_limits())?.subflows, 5);
    Ok(())
}

pub(crate) async fn the_replies_of_a_do_end_with_its_acknowledgement() -> Outcome {
    let request = "1c000000 1e00 0500 00000000 00000000 01 01 0000  0800 0100 04000000";
    let mut peer = Scripted::new();
    peer.family(Radios::DESCRIPTION, radios::ID)?;
    let two = [radios::part(1, 1, 1), radios::part(1, 2, 2)].concat();
    let three = [two, radios::part(1, 3, 3), ack(0x100, 0, "")];
    expect(&mut peer, request, &three);
    expect(&mut peer, request, &[ack(0x100, 0, "")]);
    let refused = [radios::part(1, 1, 1), ack(0x100, 16, "")].concat();
    expect(&mut peer, request, &[refused]);
    let mut radios = Radios::new(client(peer));
    for expected in [
        vec!["1: [1]", "2: [2]", "3: [3]"],
        vec![],
        vec!["1: [1]", "radios scan: Device or resource busy (EBUSY)"],
    ] {
        let replies = all(wait!(radios.scan(&Radio::of(4)))?).await;
        let told = replies.into_iter().map(|reply| match reply {
            Ok(radio) => format!("{}: {:?}", radio.index, radio.bands),
            Err(error) => error.to_string(),
        });
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }
    Ok(())
}
