//! Values of a custom codec that borrow from the receive buffer and depend on other attributes, in replies and in events.

use genl::codec::{With, WithSibling};
use genl::wire::PayloadWriter;
use genl::{AttributeSet, Client, DecodeError, Listener, Received, Scripted, genl_family};

use super::messages::message;

/// A word, without the surrounding spaces.
struct Trimmed;

impl<'a> With<'a, &'a str> for Trimmed {
    fn put(text: &&'a str, payload: &mut PayloadWriter<'_>) {
        payload.push(text.as_bytes());
    }

    fn get(payload: &'a [u8]) -> Result<&'a str, DecodeError> {
        let text = core::str::from_utf8(payload);
        text.map(str::trim)
            .map_err(|_| DecodeError::refused("is no text"))
    }
}

/// The first bytes. The sibling contains their number.
struct First;

impl<'a> WithSibling<'a, &'a [u8], u8> for First {
    fn put(bytes: &&'a [u8], length: &u8, payload: &mut PayloadWriter<'_>) {
        if bytes.len() != usize::from(*length) {
            payload.refuse("is not as long as `length` says");
        }
        payload.push(bytes);
    }

    fn get(payload: &'a [u8], length: &u8) -> Result<&'a [u8], DecodeError> {
        let first = payload.get(..usize::from(*length));
        first.ok_or(DecodeError::refused("is shorter than `length` says"))
    }
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Key<'a> {
    #[attr(1, name = "key", with = First, sibling = length)]
    bytes: &'a [u8],
    #[attr(2)]
    length: u8,
    #[attr(3, with = Trimmed)]
    name: Option<&'a str>,
}

genl_family! {
    #[family(name = "keys", version = 1)]
    trait Keys {
        const NEWS: MulticastGroup = "news";

        #[op(1)]
        fn get(request: Key<'_>) -> Key<'_>;

        #[op(1, dump)]
        fn list() -> Key<'_>;

        #[event(2, group = NEWS)]
        fn changed(event: Key<'_>);

        #[event(3, group = NEWS, notify = get)]
        fn got();
    }
}

const KEY: Key<'_> = Key {
    bytes: &[7, 8],
    length: 2,
    name: Some("k"),
};

fn peer() -> Scripted {
    let mut peer = Scripted::new();
    peer.family(Keys::DESCRIPTION, 30).expect("it fits");
    peer
}

#[test]
fn replies_borrow() {
    let mut peer = peer();
    // The sibling comes last, and there are more bytes than its number.
    let reply = message(
        30,
        0,
        0,
        "01 01 0000  0700 0300 206b20 00  0800 0100 07080900  0500 0200 02 000000",
    );
    let get = peer.expect(&Keys::GET, &KEY).expect("it can be written");
    get.datagram(reply);
    peer.expect(&Keys::LIST, &())
        .and_then(|list| list.replies(&[KEY, KEY]))
        .expect("they can be written");
    let mut keys = Keys::new(Client::over(peer).expect("a peer"));
    let reply = keys.get(&KEY).expect("a reply");
    assert_eq!(reply, KEY);
    let mut list = keys.list().expect("replies");
    let mut count = 0;
    while let Some(key) = list.next() {
        assert_eq!(key.expect("a reply"), KEY);
        count += 1;
    }
    assert_eq!(count, 2);
}

#[test]
fn a_request_that_its_sibling_contradicts_is_not_sent() {
    let mut keys = Keys::new(Client::over(peer()).expect("a peer"));
    let error = keys.get(&Key { length: 3, ..KEY }).unwrap_err();
    assert_eq!(
        error.to_string(),
        "keys get: attribute `key` is not as long as `length` says"
    );
}

#[test]
fn events_borrow() {
    let client = Client::over(peer()).expect("a peer");
    let mut events =
        Listener::<KeysEvent<'static>, _>::join(client, &[Keys::NEWS]).expect("a group");
    for (command, attributes) in [
        ("02", "0500 0200 01 000000  0500 0100 07 000000"),
        ("03", "0600 0100 0708 0000  0500 0200 02 000000"),
        ("02", "0500 0100 07 000000"),
        ("02", "0500 0100 07 000000  0500 0200 02 000000"),
    ] {
        let event = message(30, 0, 0, &format!("{command} 01 0000 {attributes}"));
        events.transport().deliver(event, 0);
    }
    let key = |bytes: &'static [u8], length| Key {
        bytes,
        length,
        name: None,
    };
    let event = events.next().expect("an event");
    assert_eq!(event, Received::Event(KeysEvent::Changed(key(&[7], 1))));
    let event = events.next().expect("an event");
    assert_eq!(event, Received::Event(KeysEvent::Got(key(&[7, 8], 2))));
    for text in [
        "keys changed event: missing attribute `length`",
        "keys changed event: attribute `key` is shorter than `length` says (at byte 20)",
    ] {
        let error = events.next().expect_err("it cannot be read");
        assert_eq!(error.to_string(), text);
    }
}
