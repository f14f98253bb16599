//! Datagrams: their content, cut ones, senders, and several messages in one.

use genl::error::ErrorKind;
use genl::mptcp_pm::{DelAddr, DumpAddrs, MptcpPm};
use genl::nlctrl::Nlctrl;
use genl::wire::{MessageHeader, MessageType, Messages};
use genl::{Client, genl_family};

use super::common::hex;
use super::counting::Counting;
use super::{
    DUMP, FLUSH, GET_LIMITS, ID, ack, answered, client, done, dump, expect, limits, listener, part,
    peer,
};

#[test]
fn rule_19_and_25_requests_contain_their_attributes_and_nothing_else() {
    let mut peer = peer();
    expect(&mut peer, GET_LIMITS, &[limits(0, 2)]);
    expect(&mut peer, FLUSH, &[ack(0x100, 0, "")]);
    expect(&mut peer, DUMP, &[done(2, 0, "")]);
    let mut pm = MptcpPm::new(Client::over(Counting::over(peer)).unwrap());
    pm.get_limits().unwrap();
    pm.flush_addrs().unwrap();
    assert_eq!(pm.dump_addrs(&DumpAddrs::default()).unwrap().count(), 0);
    // Host byte order, and 0 in port id and the reserved field. An acknowledgement is requested only if there is no reply.
    let sent = [
        "24000000 1000 0100 00000000 00000000 03 02 0000  0d00 0200 6d707463705f706d00 000000",
        "14000000 1c00 0100 00000000 00000000 06 01 0000",
        "14000000 1c00 0500 00000000 00000000 04 01 0000",
        "14000000 1c00 0103 00000000 00000000 03 01 0000",
    ];
    let mut datagrams = pm.channel().transport().sent.clone();
    let numbers: Vec<_> = datagrams
        .iter_mut()
        .map(|datagram| {
            core::mem::take(
                datagram
                    .first_chunk_mut::<12>()
                    .unwrap()
                    .last_chunk_mut::<4>()
                    .unwrap(),
            )
        })
        .map(u32::from_ne_bytes)
        .collect();
    assert_eq!(datagrams, sent.map(hex));
    // Each has its own sequence number, which is not 0 as that of events.
    assert!(
        numbers[0] != 0 && numbers.is_sorted_by(|one, next| one < next),
        "{numbers:?}"
    );
}

genl_family! {
    /// A family of version 0.
    #[family(name = "zero", version = 0)]
    trait Zero {
        #[op(255)]
        fn last();
    }
}

#[test]
fn rule_26_requests_have_the_version_of_the_family() {
    let header = MessageHeader {
        kind: MessageType::Family(0x1234),
        flags: 5,
        sequence: 0x0102_0304,
        port: 0,
    };
    let mut bytes = Vec::new();
    Zero::LAST.write(header, &(), &mut bytes).unwrap();
    assert_eq!(
        bytes,
        hex("14000000 3412 0500 04030201 00000000 ff 00 0000")
    );
    let versions = [Zero::FAMILY, MptcpPm::FAMILY, Nlctrl::FAMILY].map(|family| family.version());
    assert_eq!(versions, [0, 1, 2]);
}

#[test]
fn rule_19_several_messages_share_a_datagram() {
    // The message is 35 bytes long, so one byte of padding follows: a part with two bytes after the interface name.
    let odd = super::message(
        ID,
        2,
        0,
        "03 01 0000  0c00 0180 0500 0200 07 000000  0700 6300 010203",
    );
    assert_eq!((odd[0], odd.len()), (39, 40));
    let datagram = [odd, part(2, 8), done(2, 0, "")].concat();
    let mut pm = answered(DUMP, &[datagram]);
    let (ids, error) = dump(&mut pm);
    assert_eq!(ids, [Some(7), Some(8)]);
    assert!(error.is_none());
}

#[test]
fn rule_19_the_last_message_may_lack_its_padding() {
    let mut datagram = [part(2, 7), part(2, 8)].concat();
    datagram.truncate(64 - 3);
    datagram[32] = 29;
    // The nest and its last attribute, which is 5 bytes long, end with the message.
    datagram[32 + 20] = 9;
    let messages: Vec<_> = Messages::new(&datagram).collect();
    assert_eq!(messages.len(), 2);
    assert!(messages.iter().all(Result::is_ok));
    let mut pm = answered(DUMP, &[datagram, done(2, 0, "")]);
    assert_eq!(dump(&mut pm).0, [Some(7), Some(8)]);
}

#[test]
fn rule_19_a_length_beyond_the_datagram_is_an_error() {
    for (length, digits) in [(0, "00"), (15, "0f"), (37, "25")] {
        let mut reply = limits(0, 5);
        reply[..1].copy_from_slice(&hex(digits));
        let mut pm = answered(GET_LIMITS, &[reply]);
        let fault = if length < 16 {
            "less than its header of 16 bytes"
        } else {
            "but only 36 bytes are left"
        };
        let text =
            format!("mptcp_pm get-limits reply: contains a message of length {length}, {fault}");
        assert_eq!(pm.get_limits().unwrap_err().to_string(), text);
    }
    let mut pm = answered(GET_LIMITS, &[vec![0; 15]]);
    let text = "mptcp_pm get-limits reply: ends with 15 bytes, too few for a header";
    assert_eq!(pm.get_limits().unwrap_err().to_string(), text);
}

#[test]
fn rule_28_a_cut_datagram_is_an_error_with_its_length() {
    let mut peer = peer();
    for subflows in [3, 4] {
        expect(&mut peer, GET_LIMITS, &[limits(0, subflows)]);
    }
    let mut pm = client(peer);
    pm.channel().resolve(MptcpPm::FAMILY).unwrap();
    pm.channel().set_receive_capacity(35).unwrap();
    let error = pm.get_limits().unwrap_err();
    let text =
        "mptcp_pm get-limits: received a datagram of 36 bytes, but the receive buffer has 35";
    assert_eq!(error.to_string(), text);
    let kind = error.into_kind();
    assert!(matches!(
        kind,
        ErrorKind::Truncated {
            length: 36,
            capacity: 35
        }
    ));
    pm.channel().set_receive_capacity(36).unwrap();
    assert_eq!(pm.get_limits().unwrap().subflows, 4);
}

#[test]
fn rule_28_nothing_of_a_cut_datagram_is_read() {
    // The first message of the datagram is complete.
    let datagram = [part(2, 1), part(2, 2)].concat();
    let answers = [part(2, 7), datagram, part(2, 8), done(2, 0, "")];
    let mut pm = answered(DUMP, &answers);
    pm.channel().resolve(MptcpPm::FAMILY).unwrap();
    pm.channel().set_receive_capacity(40).unwrap();
    let request = DumpAddrs::default();
    let replies: Vec<_> = pm.dump_addrs(&request).unwrap().collect();
    let ids = replies
        .iter()
        .map(|reply| reply.as_ref().map(|reply| reply.addr.id));
    let ids: Vec<_> = ids.map(|id| id.map_err(ToString::to_string)).collect();
    let error =
        "mptcp_pm dump-addrs: received a datagram of 64 bytes, but the receive buffer has 40";
    assert_eq!(ids, [Ok(Some(7)), Err(error.to_owned()), Ok(Some(8))]);
}

#[test]
fn rule_28_listeners_report_cut_datagrams_too() {
    let mut events = listener(peer());
    let peer = events.transport();
    peer.deliver(vec![0; 65_537], 0);
    peer.deliver(
        super::message(ID, 0, 0, "03 01 0000  0800 0100 07000000"),
        0,
    );
    let error = events.next().unwrap_err();
    let text =
        "mptcp_pm listen: received a datagram of 65537 bytes, but the receive buffer has 65536";
    assert_eq!(error.to_string(), text);
    assert!(events.next().is_ok());
}

#[test]
fn rule_29_messages_of_other_processes_are_not_events() {
    let mut events = listener(peer());
    let peer = events.transport();
    let closed = |token| super::message(ID, 0, 0, &format!("03 01 0000  0800 0100 {token}000000"));
    peer.deliver(closed("01"), 4711);
    peer.deliver(vec![0; 70_000], 4711);
    peer.deliver(closed("02"), 0);
    let event = events.next().unwrap();
    assert!(format!("{event:?}").contains("token: 2"), "{event:?}");
    assert_eq!(events.try_next().unwrap(), None);
}

#[test]
fn rule_32_requests_packed_in_one_datagram_begin_at_4_byte_boundaries() {
    let header = MessageHeader {
        kind: MessageType::Family(ID),
        flags: 5,
        sequence: 1,
        port: 0,
    };
    let mut bytes = Vec::new();
    MptcpPm::FLUSH_ADDRS.write(header, &(), &mut bytes).unwrap();
    // This is the position if the message before had an odd length.
    bytes.push(0);
    let addr = genl::mptcp_pm::Address::with_id(7);
    let second = MessageHeader {
        sequence: 2,
        ..header
    };
    MptcpPm::DEL_ADDR
        .write(second, &DelAddr { addr }, &mut bytes)
        .unwrap();
    let packed = "14000000 1c00 0500 01000000 00000000 04 01 0000
        00000000
        20000000 1c00 0500 02000000 00000000 02 01 0000  0c00 0180 0500 0200 07 000000";
    assert_eq!(bytes, hex(packed));
}
