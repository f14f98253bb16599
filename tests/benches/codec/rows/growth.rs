//! Messages with a growing number of nests.

use std::net::Ipv4Addr;

use genl::AttributeSet;
use genl::wire::MessageHeader;

use super::FAMILY;
use crate::hand::{attributes, ipv4, number, put_message, room, short, word};
use crate::harness::Row;

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Objects {
    #[attr(1, multi, nest)]
    object: Vec<Object>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Object {
    #[attr(1)]
    id: Option<u32>,
    #[attr(2)]
    addr: Option<Ipv4Addr>,
    #[attr(3)]
    port: Option<u16>,
}

pub(crate) fn rows(objects: &[u32]) -> Vec<Row> {
    let points = objects.iter().flat_map(|&objects| {
        let [encode, decode] = Row::both(
            &format!("{objects} objects"),
            many(objects),
            |header, set, out| FAMILY.op::<_, ()>("objects", 1).write(header, set, out),
            put,
            Objects::decode,
            get,
        );
        [
            encode.on("objects encode", objects),
            decode.on("objects decode", objects),
        ]
    });
    points.collect()
}

fn many(objects: u32) -> Objects {
    let object = |id: u32| Object {
        id: Some(id),
        addr: Some(id.into()),
        port: (id % 2 == 0).then_some(443),
    };
    Objects {
        object: (0..objects).map(object).collect(),
    }
}

fn put(header: MessageHeader, set: &Objects, out: &mut Vec<u8>) -> Option<()> {
    put_message(header, [1, 1], 28 * set.object.len(), out, |out| {
        set.object.iter().try_for_each(|object| {
            out.nest(1, |out| {
                out.some(1, object.id.map(u32::to_ne_bytes))?;
                out.some(2, object.addr.map(|addr| addr.octets()))?;
                out.some(3, object.port.map(u16::to_ne_bytes))
            })
        })
    })
}

fn get(body: &[u8]) -> Option<Objects> {
    let mut set = Objects { object: room(body) };
    attributes(body, |kind, payload| {
        if number(kind) == 1 {
            set.object.push(Object::default());
            fill(payload, set.object.last_mut()?)?;
        }
        Some(())
    })?;
    Some(set)
}

#[inline(always)]
fn fill(nest: &[u8], object: &mut Object) -> Option<()> {
    attributes(nest, |kind, payload| {
        match number(kind) {
            1 => object.id = Some(word(payload)?),
            2 => object.addr = Some(ipv4(payload)?),
            3 => object.port = Some(short(payload)?),
            _ => {}
        }
        Some(())
    })
}
