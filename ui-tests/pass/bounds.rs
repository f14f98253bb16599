//! Bounds that are more than a literal.
#![deny(warnings)]
#![allow(unused_parens)]

use genl::{AttributeSet, AttributeWriter};

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
        bytes: Vec::new(),
        ..set
    }));
}
