//! Messages by chance, which are written again as they were read.

use genl::wire::Attributes;
use genl::{AttributeSet, Indexed, Keyed, UnknownAttribute};

/// Numbers that look like chance, the same in every run: `xorshift64`.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u16) -> u16 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let below = (self.0 >> 33) % u64::from(end);
        u16::try_from(below).expect("less than a `u16`")
    }

    fn byte(&mut self, end: u16) -> u8 {
        u8::try_from(self.below(end)).expect("a byte")
    }

    fn bytes(&mut self, count: u16) -> Vec<u8> {
        (0..count).map(|_| self.byte(256)).collect()
    }
}

/// Something like a channel of `macsec`, of which the kernel sends lists that are empty (`drivers/net/macsec.c`).
#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Channel {
    #[attr(1)]
    ifindex: u32,
    #[attr(2, nest)]
    secy: Option<Secy>,
    #[attr(3, indexed, nest)]
    tx_sa: Option<Vec<Indexed<Association>>>,
    #[attr(4, indexed(from = 1), nest)]
    rx_sc: Option<Vec<Receive>>,
    #[attr(5, keyed(counter: u16))]
    counters: Option<Vec<Keyed<u16, u64>>>,
    #[attr(6, array, big_endian)]
    ports: Option<Vec<u16>>,
    #[attr(7, multi)]
    names: Vec<String>,
    #[attr(unknown)]
    rest: Vec<UnknownAttribute>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Secy {
    #[attr(1)]
    sci: Option<u64>,
    #[attr(2, u8)]
    encrypt: Option<bool>,
    #[attr(3)]
    name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Association {
    #[attr(1)]
    number: u8,
    #[attr(2)]
    key: Option<Vec<u8>>,
    #[attr(3, flag)]
    active: bool,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Receive {
    #[attr(1)]
    sci: u64,
    /// Always there.
    #[attr(2, indexed(from = 1), nest)]
    associations: Vec<Association>,
    #[attr(3, keyed(outer: u16, inner: u16))]
    counters: Vec<Keyed<(u16, u16), u32>>,
}

/// Attributes, written by hand.
#[derive(Default)]
struct Message {
    bytes: Vec<u8>,
    empty_nests: usize,
}

impl Message {
    fn put(&mut self, kind: u16, payload: &[u8]) {
        let length = u16::try_from(4 + payload.len()).expect("a short payload");
        self.bytes.extend(length.to_ne_bytes());
        self.bytes.extend(kind.to_ne_bytes());
        self.bytes.extend(payload);
        self.bytes.resize(self.bytes.len().next_multiple_of(4), 0);
    }

    fn nest(&mut self, kind: u16, fill: impl FnOnce(&mut Self)) {
        let mut inner = Self::default();
        fill(&mut inner);
        self.empty_nests += inner.empty_nests + usize::from(inner.bytes.is_empty());
        self.put(kind | 0x8000, &inner.bytes);
    }
}

fn association(chance: &mut Chance, out: &mut Message) {
    out.put(1, &chance.bytes(1));
    if chance.below(2) == 0 {
        let length = chance.below(9);
        out.put(2, &chance.bytes(length));
    }
    if chance.below(2) == 0 {
        out.put(3, &[]);
    }
}

fn receive(chance: &mut Chance, out: &mut Message) {
    out.put(1, &chance.bytes(8));
    out.nest(2, |out| {
        for index in 0..chance.below(3) {
            out.nest(1 + index, |out| association(chance, out));
        }
    });
    out.nest(3, |out| {
        for outer in 0..chance.below(3) {
            out.nest(outer, |out| {
                for inner in 0..=chance.below(2) {
                    out.put(inner, &chance.bytes(4));
                }
            });
        }
    });
}

fn secy(chance: &mut Chance, out: &mut Message) {
    if chance.below(2) == 0 {
        out.put(1, &chance.bytes(8));
    }
    if chance.below(2) == 0 {
        out.put(2, &[chance.byte(2)]);
    }
    if chance.below(2) == 0 {
        out.put(3, b"macsec0\0");
    }
}

fn channel(chance: &mut Chance) -> Message {
    let mut out = Message::default();
    out.put(1, &chance.bytes(4));
    if chance.below(2) == 0 {
        out.nest(2, |out| secy(chance, out));
    }
    if chance.below(2) == 0 {
        out.nest(3, |out| {
            for _ in 0..chance.below(3) {
                let index = chance.below(0x4000);
                out.nest(index, |out| association(chance, out));
            }
        });
    }
    if chance.below(2) == 0 {
        out.nest(4, |out| {
            for index in 0..chance.below(3) {
                out.nest(1 + index, |out| receive(chance, out));
            }
        });
    }
    if chance.below(2) == 0 {
        out.nest(5, |out| {
            for _ in 0..chance.below(3) {
                let key = chance.below(0x4000);
                out.put(key, &chance.bytes(8));
            }
        });
    }
    if chance.below(2) == 0 {
        let ports = chance.below(4);
        out.put(6, &chance.bytes(2 * ports));
    }
    for _ in 0..chance.below(3) {
        out.put(7, b"a\0");
    }
    for number in 0..chance.below(3) {
        let (flags, length) = (chance.below(4), chance.below(6));
        out.put((100 + number) | (flags << 14), &chance.bytes(length));
    }
    out
}

#[test]
fn decoded_bytes_are_encoded_unchanged() {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let mut empty_nests = 0;
    for index in 0..1000 {
        let message = channel(&mut chance);
        let read = Channel::decode(Attributes::new(&message.bytes, 20));
        let read = read.unwrap_or_else(|error| panic!("message {index}: {error}"));
        assert_eq!(
            read.to_bytes().as_deref(),
            Ok(&*message.bytes),
            "message {index}: {read:?}"
        );
        empty_nests += message.empty_nests;
    }
    assert!(empty_nests > 500, "{empty_nests}");
}
