//! Families with a fixed header: a C struct between `genlmsghdr` and the attributes.

use genl::wire::{MessageHeader, MessageType, Messages};
use genl::{
    AttributeSet, CStruct, Client, ExtendedAck, Scripted, Transport, WithHeader, genl_family,
};
use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::common::hex;

/// `struct ovs_header` and two more bytes, which need padding.
#[derive(Clone, Copy, Debug, Default, PartialEq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C, packed)]
struct Header {
    dp_ifindex: u32,
    extra: u16,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Datapath<'a> {
    #[attr(1)]
    name: Option<&'a str>,
    #[attr(0)]
    zero: Option<u8>,
}

genl_family! {
    #[family(name = "ovs of 2", version = 0, header = Header)]
    trait Ovs {
        const CHANGES: MulticastGroup = "changes";

        #[op(3)]
        fn get(request: Datapath<'_>) -> Datapath<'_>;
        #[op(3, dump)]
        fn list() -> Datapath<'_>;
        #[op(4)]
        fn flush();
        #[event(3, group = CHANGES, notify = get)]
        fn changed();
        #[event(5, group = CHANGES)]
        fn flushed();
    }
}

const HEADER: Header = Header {
    dp_ifindex: 7,
    extra: 0x0201,
};

fn named(name: &str) -> WithHeader<Header, Datapath<'_>> {
    WithHeader::new(
        HEADER,
        Datapath {
            name: Some(name),
            zero: None,
        },
    )
}

fn header() -> MessageHeader {
    MessageHeader {
        kind: MessageType::Family(28),
        flags: 1,
        sequence: 5,
        port: 0,
    }
}

#[test]
fn the_header_precedes_the_attributes() {
    let mut bytes = Vec::new();
    Ovs::GET
        .write(header(), &named("br"), &mut bytes)
        .expect("it fits");
    let request =
        "24000000 1c00 0100 05000000 00000000  03 00 0000  07000000 0102 0000  0700 0100 627200 00";
    assert_eq!(bytes, hex(request));
    bytes.clear();
    Ovs::FLUSH
        .write(header(), &HEADER.into(), &mut bytes)
        .expect("it fits");
    assert_eq!(
        bytes,
        hex("1c000000 1c00 0100 05000000 00000000  04 00 0000  07000000 0102 0000")
    );
}

#[test]
fn requests_and_replies_have_the_header() {
    let mut peer = Scripted::new();
    peer.family(Ovs::DESCRIPTION, 28).expect("it fits");
    peer.expect(&Ovs::GET, &named("br"))
        .and_then(|get| get.reply(&named("br0")))
        .expect("it fits");
    peer.expect(&Ovs::LIST, &HEADER.into())
        .and_then(|list| list.replies(&[named("a"), named("b")]))
        .expect("it fits");
    peer.expect(&Ovs::FLUSH, &HEADER.into())
        .and_then(genl::transport::Expected::ack)
        .expect("it fits");
    let mut ovs = Ovs::new(Client::over(peer).expect("a peer"));
    let found = ovs.get(&named("br")).expect("a reply");
    assert_eq!(found, named("br0"));
    let mut list = ovs.list(&HEADER.into()).expect("replies");
    let mut names = Vec::new();
    while let Some(datapath) = list.next() {
        let datapath = datapath.expect("a reply");
        assert_eq!(datapath.header, HEADER);
        names.extend(datapath.attributes.name.map(str::to_owned));
    }
    assert_eq!(names, ["a", "b"]);
    ovs.flush(&HEADER.into()).expect("an acknowledgement");
}

#[test]
fn events_have_the_header() {
    let mut bytes = Vec::new();
    Ovs::FLUSHED
        .write(header(), &HEADER.into(), &mut bytes)
        .expect("it fits");
    let message = Messages::new(&bytes).next().expect("one").expect("whole");
    let (generic, attributes) = message.generic().expect("a header");
    let event = <OvsEvent<'_> as genl::Events>::decode(generic.command, attributes);
    assert_eq!(event, Ok(OvsEvent::Flushed(HEADER.into())));
}

#[test]
fn a_message_without_room_for_the_header_is_refused() {
    let mut peer = Scripted::new();
    peer.family(Ovs::DESCRIPTION, 28).expect("it fits");
    let short = hex("18000000 1c00 0000 05000000 00000000  03 00 0000  07000000");
    let expected = peer.expect(&Ovs::GET, &named("br")).expect("it fits");
    expected.datagram(short);
    let mut ovs = Ovs::new(Client::over(peer).expect("a peer"));
    let error = ovs.get(&named("br")).expect_err("it is too short");
    assert_eq!(
        error.to_string(),
        "ovs of 2 get reply: has 4 bytes after the generic netlink header, too few for the fixed header of 6 (at byte 20)"
    );
}

/// Returns the text of an error whose offset is this byte, for a request with this header.
fn refused_at(offset: u32, dp_ifindex: u32) -> String {
    let header = Header {
        dp_ifindex,
        ..HEADER
    };
    let request = WithHeader::new(header, named("br").attributes);
    let mut peer = Scripted::new();
    peer.family(Ovs::DESCRIPTION, 28).expect("it fits");
    let detail = ExtendedAck {
        offset: Some(offset),
        ..ExtendedAck::default()
    };
    peer.expect(&Ovs::GET, &request)
        .and_then(|get| get.refuse(22, &detail))
        .expect("it fits");
    let mut ovs = Ovs::new(Client::over(peer).expect("a peer"));
    let error = ovs.get(&request).expect_err("it is refused").to_string();
    let said = error.strip_prefix("ovs of 2 get: Invalid argument (EINVAL): ");
    said.expect("a refusal").to_owned()
}

#[test]
fn offsets_of_the_kernel_include_the_header() {
    // Indices that could be taken for the length of an attribute: none, only the header, and all that follows.
    for dp_ifindex in [0, 7, 8, 0x0001_0010] {
        assert_eq!(refused_at(28, dp_ifindex), "at `name`");
        assert_eq!(refused_at(34, dp_ifindex), "at `name`");
        for offset in [20, 27] {
            let said = format!("at byte {offset} of the request");
            assert_eq!(refused_at(offset, dp_ifindex), said);
        }
    }
}

#[test]
fn descriptions_contain_the_header() {
    let [get, _, flush] = Ovs::DESCRIPTION.operations else {
        panic!("there are three");
    };
    assert_eq!(
        (
            get.request.name,
            get.request.header_size(),
            get.reply.header_size()
        ),
        ("datapath", 6, 6)
    );
    assert_eq!(
        (flush.request.header_size(), flush.reply.is_nothing()),
        (6, true)
    );
    assert_eq!(
        (Ovs::DESCRIPTION.name, Ovs::DESCRIPTION.version),
        ("ovs of 2", 0)
    );
}

#[test]
fn a_scripted_peer_shows_the_header() {
    let sent = |request: &str| {
        let mut peer = Scripted::new();
        peer.know(Ovs::DESCRIPTION, 28);
        let error = peer.send(&hex(request)).unwrap_err().to_string();
        let sent = error.split_once("sent: ").expect("what was sent");
        sent.1.to_owned()
    };
    let request =
        "22000000 1c00 0100 05000000 00000000 03 00 0000  07000000 0102 0000  0600 0100 6100";
    let text = "ovs of 2 get (header { dp-ifindex: 7, extra: 513 }) { name: \"a\" }";
    assert_eq!(sent(request), text);
    let request = "18000000 1c00 0100 05000000 00000000 04 00 0000  07000000";
    let text = "ovs of 2 flush <malformed: has 4 bytes after the generic netlink header, too few for the fixed header of 6 \
                (at byte 20): 07000000>";
    assert_eq!(sent(request), text);
}

/// A header of two bytes that only one operation has.
#[derive(Clone, Copy, Debug, Default, PartialEq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
struct Short {
    kind: u16,
}

genl_family! {
    #[family(name = "one", version = 1)]
    trait One {
        #[op(1)]
        fn get(request: Datapath<'_>);
        #[op(2, header = Short)]
        fn bind(request: Datapath<'_>) -> Datapath<'_>;
        #[event(2, unicast, notify = bind)]
        fn bound();
        #[event(3, unicast)]
        fn lost();
    }
}

genl_family! {
    #[family(name = "but one", version = 1, header = Header)]
    trait ButOne {
        #[op(1)]
        fn get();
        #[op(2, header = Short)]
        fn bind();
        #[op(3, header = ())]
        fn flush();
        #[event(4, unicast, header = ())]
        fn flushed();
    }
}

#[test]
fn one_operation_may_have_a_header_of_its_own() {
    let mut bytes = Vec::new();
    One::GET
        .write(header(), &named("br").attributes, &mut bytes)
        .expect("it fits");
    let get = "1c000000 1c00 0100 05000000 00000000  01 01 0000  0700 0100 627200 00";
    assert_eq!(bytes, hex(get));
    bytes.clear();
    let request = WithHeader::new(Short { kind: 0x0201 }, named("br").attributes);
    One::BIND
        .write(header(), &request, &mut bytes)
        .expect("it fits");
    let bind = "20000000 1c00 0100 05000000 00000000  02 01 0000  0102 0000  0700 0100 627200 00";
    assert_eq!(bytes, hex(bind));
    // Its notification has the reply with its header.
    let bound = hex("0102 0000  0700 0100 627200 00");
    let event = <OneEvent<'_> as genl::Events>::decode(2, genl::Attributes::new(&bound, 20));
    assert_eq!(event, Ok(OneEvent::Bound(request)));
    let lost = <OneEvent<'_> as genl::Events>::decode(3, genl::Attributes::new(&[], 20));
    assert_eq!(lost, Ok(OneEvent::Lost));
}

#[test]
fn one_operation_may_lack_the_header_of_the_family() {
    let mut bytes = Vec::new();
    ButOne::BIND
        .write(header(), &Short { kind: 0x0201 }.into(), &mut bytes)
        .and_then(|()| ButOne::FLUSH.write(header(), &(), &mut bytes))
        .expect("it fits");
    let requests = "18000000 1c00 0100 05000000 00000000  02 01 0000  0102 0000
        14000000 1c00 0100 05000000 00000000  03 01 0000";
    assert_eq!(bytes, hex(requests));
    let operations = ButOne::DESCRIPTION.operations.iter();
    let headers = operations.map(|operation| operation.request.header_size());
    assert!(headers.eq([6, 2, 0]));
    let flushed = <ButOneEvent as genl::Events>::decode(4, genl::Attributes::new(&[], 20));
    assert_eq!(flushed, Ok(ButOneEvent::Flushed));
}
