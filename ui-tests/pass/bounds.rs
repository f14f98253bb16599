//! Bounds that are expressions.
#![deny(warnings)]
#![allow(unused_parens)]

use genl::{AttributeSet, AttributeWriter, Enumeration};

const LIMIT: u32 = 8;
const PAIR: (u32, usize) = (2, 15);

const fn greatest<A, B>() -> u32 {
    (size_of::<A>() + size_of::<B>()) as u32
}

mod limits {
    pub const NAME: u8 = 16;
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(pad = 9)]
struct Bounded {
    #[attr(1, min = PAIR.0, max = (LIMIT - 1) * 2)]
    terms: u32,
    #[attr(2)]
    #[attr(max_len = (limits::NAME - 1))]
    name: String,
    #[attr(3, max = greatest::<u8, [u8; 4 - 1]>(), name = "call")]
    call: u32,
    #[attr(4, min_len = [1, 2][0], max_len = [0; 4].len())]
    bytes: Vec<u8>,
    #[attr(5, big_endian, max = (LIMIT << 2) as u16)]
    port: u16,
    #[attr(6, min = -(LIMIT as i32), max = !0 >> 1)]
    signed: i32,
    #[attr(7, min = if LIMIT > 4 { 2 } else { 1 }, max = match PAIR { (2, _) => 6, _ => 3 })]
    branches: u8,
    #[attr(8, min = { LIMIT - 4 }, max = const { LIMIT * 2 })]
    blocks: u32,
}

/// The values of an enumeration can be expressions too.
#[derive(Clone, Copy, Debug, PartialEq, Enumeration)]
#[repr(u32)]
enum Limit {
    Half = if LIMIT > 4 { LIMIT / 2 } else { 2 },
    Whole = [LIMIT, 0][0],
    #[unknown]
    Other(u32),
}

fn is_fine(set: &Bounded) -> bool {
    let mut buffer = Vec::new();
    let mut out = AttributeWriter::new(&mut buffer);
    set.encode(&mut out);
    out.finish().is_ok()
}

fn main() {
    let set = Bounded {
        terms: 14,
        name: "fifteen letters".to_owned(),
        call: 4,
        bytes: vec![1; 4],
        port: 32,
        signed: -8,
        branches: 2,
        blocks: 16,
    };
    assert!(is_fine(&set));
    assert!(!is_fine(&Bounded {
        terms: 15,
        ..set.clone()
    }));
    assert!(!is_fine(&Bounded {
        name: "sixteen letters!".to_owned(),
        ..set.clone()
    }));
    assert!(!is_fine(&Bounded {
        call: 5,
        ..set.clone()
    }));
    assert!(!is_fine(&Bounded {
        branches: 7,
        ..set.clone()
    }));
    assert!(!is_fine(&Bounded {
        blocks: 3,
        ..set.clone()
    }));
    assert!(!is_fine(&Bounded {
        bytes: Vec::new(),
        ..set
    }));
    assert_eq!([4, 8, 9].map(Limit::from), [Limit::Half, Limit::Whole, Limit::Other(9)]);
}
