//! Statistics of a task: one large C struct in a nest, in a box.

use genl::AttributeSet;
use genl::wire::MessageHeader;
use genl_families::taskstats::{AggrPid, AggrTgid, Stats, Tasks, Taskstats};
use zerocopy::IntoBytes;

use crate::hand::{attributes, filled, number, put_message, word};
use crate::harness::Row;

pub(crate) fn rows() -> Vec<Row> {
    Row::both(
        "taskstats",
        task(),
        |header, stats, out| Tasks::NEW.write(header, stats, out),
        put_stats,
        Stats::decode,
        stats,
    )
    .into()
}

fn task() -> Stats {
    let mut stats = Taskstats::default();
    stats.version = 14;
    stats.ac_comm = *b"a command, with many bytes more\0";
    stats.ac_pid = 4242;
    stats.cpu_count = 17;
    stats.irq_delay_total = 3;
    Stats {
        aggr_pid: Some(Box::new(AggrPid { pid: 4242, stats })),
        aggr_tgid: None,
    }
}

fn put_stats(header: MessageHeader, stats: &Stats, out: &mut Vec<u8>) -> Option<()> {
    const STATS: usize = 4 + 8 + 4 + size_of::<Taskstats>();
    let sets = usize::from(stats.aggr_pid.is_some()) + usize::from(stats.aggr_tgid.is_some());
    put_message(header, [2, 1], sets * STATS, out, |out| {
        if let Some(task) = &stats.aggr_pid {
            out.nest(4, |out| {
                out.fixed(1, task.pid.to_ne_bytes())?;
                out.bytes(3, task.stats.as_bytes())
            })?;
        }
        if let Some(group) = &stats.aggr_tgid {
            out.nest(5, |out| {
                out.fixed(2, group.tgid.to_ne_bytes())?;
                out.bytes(3, group.stats.as_bytes())
            })?;
        }
        Some(())
    })
}

fn stats(body: &[u8]) -> Option<Stats> {
    filled(|stats: &mut Stats| {
        attributes(body, |kind, payload| {
            match number(kind) {
                4 => {
                    let (pid, bytes) = aggregate(payload, 1)?;
                    let blank = Taskstats::default();
                    let task = stats
                        .aggr_pid
                        .insert(Box::new(AggrPid { pid, stats: blank }));
                    fill(&mut task.stats, bytes);
                }
                5 => {
                    let (tgid, bytes) = aggregate(payload, 2)?;
                    let blank = Taskstats::default();
                    let group = stats
                        .aggr_tgid
                        .insert(Box::new(AggrTgid { tgid, stats: blank }));
                    fill(&mut group.stats, bytes);
                }
                _ => {}
            }
            Some(())
        })
    })
}

/// Copies the statistics directly into the box. A copy on the stack before took 10 % longer.
#[inline(always)]
fn fill(stats: &mut Taskstats, bytes: &[u8]) {
    let length = bytes.len().min(size_of::<Taskstats>());
    stats.as_mut_bytes()[..length].copy_from_slice(&bytes[..length]);
}

/// An id, and the bytes of the statistics.
#[inline(always)]
fn aggregate(nest: &[u8], id_number: u16) -> Option<(u32, &[u8])> {
    let (mut id, mut stats) = (None, None);
    attributes(nest, |kind, payload| {
        match number(kind) {
            3 => stats = Some(payload),
            number if number == id_number => id = Some(word(payload)?),
            _ => {}
        }
        Some(())
    })?;
    Some((id?, stats?))
}
