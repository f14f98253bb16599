//! Queues of a device: many flat replies.

use genl::wire::{MessageHeader, MessageType};
use genl::{AttributeSet, Enumeration};
use genl_families::netdev::{
    IoUringProviderInfo, Lease, Netdev, Queue, QueueId, QueueType, XskInfo,
};

use crate::hand::{attributes, number, signed, wide, word};
use crate::harness::Row;

pub(crate) fn rows() -> Vec<Row> {
    vec![Row::collect("1000 queues", dump(), Queue::decode, queue)]
}

fn dump() -> Vec<u8> {
    let mut dump = Vec::new();
    let header = MessageHeader {
        kind: MessageType::Family(28),
        flags: 2,
        sequence: 1,
        port: 7,
    };
    for id in 0..1000 {
        let queue = Queue {
            id: Some(id),
            ifindex: Some(3),
            r#type: Some(QueueType::from(id % 2)),
            napi_id: Some(8192 + id),
            xsk: (id % 8 == 7).then(XskInfo::default),
            ..Queue::default()
        };
        let written = Netdev::QUEUE_GET.write_reply(header, &queue, &mut dump);
        written.expect("it fits");
    }
    dump
}

fn queue(body: &[u8], replies: &mut Vec<Queue>) -> Option<()> {
    replies.push(Queue::default());
    let queue = replies.last_mut()?;
    attributes(body, |kind, payload| {
        match number(kind) {
            1 => queue.id = Some(word(payload)?),
            2 => queue.ifindex = Some(word(payload)?),
            3 => queue.r#type = Some(QueueType::from_repr(word(payload)?)),
            4 => queue.napi_id = Some(word(payload)?),
            5 => queue.dmabuf = Some(word(payload)?),
            6 => queue.io_uring = Some(io_uring(payload)?),
            7 => {
                attributes(payload, |_, _| Some(()))?;
                queue.xsk = Some(XskInfo {});
            }
            8 => queue.lease = Some(lease(payload)?),
            _ => {}
        }
        Some(())
    })
}

fn io_uring(nest: &[u8]) -> Option<IoUringProviderInfo> {
    let mut info = IoUringProviderInfo::default();
    attributes(nest, |kind, payload| {
        if number(kind) == 1 {
            info.rx_buf_len = Some(word(payload).map(u64::from).or_else(|| wide(payload))?);
        }
        Some(())
    })?;
    Some(info)
}

fn lease(nest: &[u8]) -> Option<Lease> {
    let mut lease = Lease::default();
    attributes(nest, |kind, payload| {
        match number(kind) {
            1 => lease.ifindex = Some(word(payload)?),
            2 => lease.queue = Some(queue_id(payload)?),
            3 => lease.netns_id = Some(signed(payload)?),
            _ => {}
        }
        Some(())
    })?;
    Some(lease)
}

fn queue_id(nest: &[u8]) -> Option<QueueId> {
    let mut id = QueueId::default();
    attributes(nest, |kind, payload| {
        match number(kind) {
            1 => id.id = Some(word(payload)?),
            3 => id.r#type = Some(QueueType::from_repr(word(payload)?)),
            _ => {}
        }
        Some(())
    })?;
    Some(id)
}
