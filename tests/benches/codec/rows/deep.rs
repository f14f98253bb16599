//! Nests inside of nests, up to 30 levels deep.

use genl::AttributeSet;
use genl::wire::MessageHeader;

use super::FAMILY;
use crate::hand::{Space, attributes, deeper, filled, number, put_message, word};
use crate::harness::Row;

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Deep {
    #[attr(1)]
    id: Option<u32>,
    #[attr(2, nest)]
    below: Option<Box<Deep>>,
}

pub(crate) fn rows() -> Vec<Row> {
    let nests = |depth| {
        let [encode, decode] = Row::both(
            &format!("{depth} deep"),
            deep(depth),
            |header, set, out| FAMILY.op::<_, ()>("deep", 1).write(header, set, out),
            put_deep,
            Deep::decode,
            |body| filled(|set| fill(body, 0, set)),
        );
        [
            encode.on("nests encode", depth),
            decode.on("nests decode", depth),
        ]
    };
    [1, 10, 20, 30].into_iter().flat_map(nests).collect()
}

fn deep(depth: u32) -> Deep {
    Deep {
        id: Some(depth),
        below: depth.checked_sub(1).map(|depth| Box::new(deep(depth))),
    }
}

fn put_deep(header: MessageHeader, set: &Deep, out: &mut Vec<u8>) -> Option<()> {
    let mut bound = 8;
    let mut below = &set.below;
    while let Some(set) = below {
        bound += 12;
        below = &set.below;
    }
    put_message(header, [1, 1], bound, out, |out| {
        out.by(|out| put(set, 0, out))
    })
}

fn put<'b>(set: &Deep, depth: u8, mut out: Space<'b>) -> Option<Space<'b>> {
    out.some(1, set.id.map(u32::to_ne_bytes))?;
    if let Some(below) = &set.below {
        let depth = deeper(depth)?;
        out.nest(2, |out| out.by(|out| put(below, depth, out)))?;
    }
    Some(out)
}

fn fill(nest: &[u8], depth: u8, set: &mut Deep) -> Option<()> {
    attributes(nest, |kind, payload| {
        match number(kind) {
            1 => set.id = Some(word(payload)?),
            2 => fill(payload, deeper(depth)?, set.below.insert(Box::default()))?,
            _ => {}
        }
        Some(())
    })
}
