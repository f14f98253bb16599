//! The spans and events of the feature `tracing`, as a subscriber records them.

use genl::mptcp_pm::{DumpAddrs, MptcpPm};
use genl::{Client, Error, ExtendedAck, Listener, Scripted};

use super::notes::{records, records_over};
use super::scripts::{TONE, Tones, TonesEvent};
use super::{FLUSH, GET_LIMITS, ack, done, expect, limits, part, peer};

#[test]
fn an_operation_is_a_span_and_the_lookup_an_event_in_it() {
    let mut peer = peer();
    expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
    expect(&mut peer, FLUSH, &[ack(0x100, 1, "")]);
    let lines = records_over(peer, |pm| {
        pm.get_limits().unwrap();
        pm.flush_addrs().unwrap_err();
    });
    assert_eq!(
        lines,
        [
            r#"1 operation family="mptcp_pm" operation="get-limits""#,
            r#"1 DEBUG looked up the family family="mptcp_pm" id=28"#,
            "1 sequence=#1",
            "1 end",
            r#"2 operation family="mptcp_pm" operation="flush-addrs""#,
            "2 sequence=#2",
            "2 end",
        ]
    );
}

#[test]
fn a_span_ends_with_its_operation_however_that_ends() {
    let unreadable = super::message(super::ID, 0, 0, "06");
    for answers in [
        &[][..],
        &[unreadable],
        &[ack(0x100, 0, "")],
        &[ack(0x100, 1, "")],
    ] {
        for request in [GET_LIMITS, FLUSH] {
            let mut peer = peer();
            expect(&mut peer, request, answers);
            let lines = records_over(peer, |pm| {
                let _ = if request == FLUSH {
                    pm.flush_addrs().is_ok()
                } else {
                    pm.get_limits().is_ok()
                };
            });
            assert_eq!(lines[3..], ["1 end"], "{answers:?}");
        }
    }
    // The acknowledgement after a reply does not arrive.
    let mut peer = super::scripts::peer();
    let tune = peer.expect(&Tones::TUNE, &TONE).unwrap();
    tune.reply(&Some(TONE)).unwrap().without_end();
    let mut tones = Tones::new(Client::over(peer).unwrap());
    let lines = records(|| assert_eq!(tones.tune(&TONE).unwrap(), Some(TONE)));
    assert_eq!(lines[3..], ["1 end"]);
    // The lookup of the family fails.
    for answers in [
        &[][..],
        &[super::message(16, 0, 0, "01")],
        &[ack(0x100, 1, "")],
    ] {
        let mut peer = Scripted::new();
        let question = "24000000 1000 0100 00000000 00000000  03 02 0000
            0d00 0200 6d707463705f706d 00 000000";
        expect(&mut peer, question, answers);
        let lines = records_over(peer, |pm| {
            pm.get_limits().unwrap_err();
        });
        assert_eq!(lines[1..], ["1 end"], "{answers:?}");
    }
}

#[test]
fn each_attempt_of_a_dump_is_a_span() {
    let (mut peer, every) = (peer(), DumpAddrs::default());
    let dump = peer.expect(&MptcpPm::DUMP_ADDRS, &every).unwrap();
    dump.datagram(done(2, 0, "")).interrupted();
    let dump = peer.expect(&MptcpPm::DUMP_ADDRS, &every).unwrap();
    dump.datagram(done(2, 0, ""));
    let lines = records_over(peer, |pm| {
        pm.dump_addrs(&every).unwrap().consistent(2).unwrap();
    });
    let spans = lines.iter().filter(|line| line.contains("operation="));
    let ends = lines.iter().filter(|line| line.ends_with(" end"));
    assert_eq!((spans.count(), ends.count()), (2, 2), "{lines:?}");
}

#[test]
fn a_lookup_is_an_operation_only_once() {
    let lines = records_over(peer(), |pm| {
        for _ in 0..2 {
            pm.channel().resolve(MptcpPm::FAMILY).unwrap();
        }
    });
    assert_eq!(
        lines,
        [
            r#"1 operation family="mptcp_pm" operation="connect""#,
            "1 sequence=#0",
            r#"1 DEBUG looked up the family family="mptcp_pm" id=28"#,
            "1 end",
        ]
    );
}

#[test]
fn a_doubted_id_is_reported() {
    let mut peer = peer();
    expect(&mut peer, FLUSH, &[ack(0x100, libc::ENOENT, "")]);
    let lines = records_over(peer, |pm| {
        pm.channel().resolve(MptcpPm::FAMILY).unwrap();
        pm.flush_addrs().unwrap_err();
    });
    assert_eq!(
        lines[4..],
        [
            r#"2 operation family="mptcp_pm" operation="flush-addrs""#,
            "2 sequence=#1",
            r#"2 DEBUG looking up the family again family="mptcp_pm" id=28"#,
            r#"2 DEBUG looked up the family family="mptcp_pm" id=28"#,
            "2 end",
        ]
    );
}

#[test]
fn drained_and_dropped_messages_are_reported() {
    let mut peer = peer();
    let dump = peer.expect(&MptcpPm::DUMP_ADDRS, &DumpAddrs::default());
    dump.unwrap()
        .datagram(part(2, 1))
        .datagram(part(2, 2))
        .datagram(done(2, 0, ""));
    let get = peer.expect(&MptcpPm::GET_LIMITS, &()).unwrap();
    get.datagram(limits(0, 1))
        .sent_by(4711)
        .datagram(limits(0, 2));
    let lines = records_over(peer, |pm| {
        pm.channel().resolve(MptcpPm::FAMILY).unwrap();
        let mut dump = pm.dump_addrs(&DumpAddrs::default()).unwrap();
        dump.next().unwrap().unwrap();
        pm.get_limits().unwrap();
    });
    assert_eq!(
        lines[4..],
        [
            r#"2 operation family="mptcp_pm" operation="dump-addrs""#,
            "2 sequence=#1",
            "2 end",
            r#"3 operation family="mptcp_pm" operation="get-limits""#,
            "3 DEBUG drained the rest of an abandoned operation left_by=#1",
            "3 sequence=#2",
            "3 DEBUG dropped a datagram that the kernel did not send sender=4711 length=36",
            "3 end",
        ]
    );
}

#[test]
fn an_overrun_is_reported_where_it_is_found() {
    let mut peer = peer();
    peer.expect(&MptcpPm::GET_LIMITS, &()).unwrap().overrun();
    // `NLMSG_OVERRUN`.
    let get = peer.expect(&MptcpPm::GET_LIMITS, &()).unwrap();
    get.datagram(super::message(4, 0, 0, ""));
    let lines = records_over(peer, |pm| {
        pm.channel().resolve(MptcpPm::FAMILY).unwrap();
        pm.get_limits().unwrap_err();
        pm.get_limits().unwrap_err();
    });
    let lost = r#"WARN messages were lost family="mptcp_pm""#;
    assert_eq!(
        [&lines[6], &lines[10]],
        [&format!("2 {lost}"), &format!("3 {lost}")]
    );
    assert_eq!([&lines[7], &lines[11]], ["2 end", "3 end"]);
}

#[test]
fn a_listener_reports_its_family_and_losses() {
    let client = Client::over(super::scripts::peer()).unwrap();
    let mut events = Listener::<TonesEvent, _>::join(client, &[Tones::MUSIC]).unwrap();
    let lines = records(|| {
        let peer = events.transport();
        peer.overrun().twice();
        peer.deliver(vec![0; 20], 7);
        events.next().unwrap();
        events.transport().deliver(super::message(4, 0, 0, ""), 0);
        events.next().unwrap();
        // A message of another family.
        events.transport().family(MptcpPm::DESCRIPTION, 40).unwrap();
        events.transport().unregister(Tones::DESCRIPTION).unwrap();
        events.next().unwrap_err();
        events.transport().family(Tones::DESCRIPTION, 31).unwrap();
        assert_eq!(events.try_next().unwrap(), None);
    });
    assert_eq!(
        lines,
        [
            r#"0 WARN messages were lost family="tones""#,
            "0 DEBUG dropped a datagram that the kernel did not send sender=7 length=20",
            r#"0 WARN messages were lost family="tones""#,
            r#"0 INFO the family is gone family="tones""#,
            r#"0 INFO the family is back family="tones" id=31"#,
        ]
    );
}

#[test]
fn each_operation_of_a_batch_is_a_span() -> Result<(), Error> {
    let mut peer = super::scripts::peer();
    peer.expect(&Tones::GET, &TONE)?.reply(&TONE)?;
    let mut client = Client::over(peer)?;
    client.call(&Tones::GET, &TONE)?;
    let peer = client.transport();
    peer.family(Tones::DESCRIPTION, 31)?;
    peer.expect(&Tones::GET, &TONE)?.reply(&TONE)?;
    peer.expect(&Tones::TUNE, &TONE)?
        .refuse(libc::EPERM, &ExtendedAck::default())?;
    peer.expect(&Tones::GET, &TONE)?.overrun();
    peer.expect(&Tones::GET, &TONE)?.reply(&TONE)?.cut(20);
    let lines = records(|| {
        let mut batch = client.batch();
        let _ = (
            batch.call(&Tones::GET, &TONE),
            batch.call(&Tones::TUNE, &TONE),
        );
        batch.send().unwrap();
        for _ in 0..2 {
            let mut batch = client.batch();
            let _ = batch.call(&Tones::GET, &TONE);
            batch.send().unwrap();
        }
    });
    let lines: Vec<_> = lines
        .iter()
        .map(|line| {
            line.split_once("sequence=")
                .map_or(&line[..], |(start, _)| start)
        })
        .collect();
    let get = |span: u8| format!(r#"{span} operation family="tones" operation="get""#);
    let tune = |span: u8| format!(r#"{span} operation family="tones" operation="tune""#);
    assert_eq!(
        lines,
        [
            &get(1),
            "1 ",
            &tune(2),
            "2 ",
            "1 end",
            "2 end",
            // Both refusals may mean that the id is out of date.
            r#"0 DEBUG looking up the family again family="tones" id=30"#,
            r#"3 operation family="tones" operation="connect""#,
            "3 ",
            r#"3 DEBUG looked up the family family="tones" id=31"#,
            "3 end",
            &get(4),
            "4 ",
            &tune(5),
            "5 ",
            "4 end",
            "5 end",
            &get(6),
            "6 ",
            "0 WARN messages were lost",
            "6 end",
            // A datagram that was cut.
            &get(7),
            "7 ",
            "7 end",
        ]
    );
    Ok(())
}
