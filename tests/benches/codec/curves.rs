//! The growth of the time with the objects of a message. If it is linear, each object takes the same time.

use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput};

use crate::harness::{Row, uncounted};

pub(crate) fn measure(rows: Vec<Row>) {
    let mut points: Vec<_> = rows
        .into_iter()
        .filter_map(|row| row.point.map(|(curve, objects)| (curve, objects, row)))
        .collect();
    points.sort_by_key(|(curve, objects, _)| (*curve, *objects));
    let mut criterion = Criterion::default()
        .without_plots()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(50))
        .measurement_time(Duration::from_millis(200));
    for curve in points.chunk_by_mut(|(one, ..), (next, ..)| one == next) {
        let mut group = criterion.benchmark_group(curve[0].0);
        for (_, objects, row) in curve {
            group.throughput(Throughput::Elements((*objects).into()));
            for (side, work) in [("genl", &mut row.genl), ("hand", &mut row.hand)] {
                group.bench_function(BenchmarkId::new(side, *objects), |bencher| {
                    bencher.iter_custom(|times| {
                        let start = Instant::now();
                        uncounted(work, u32::try_from(times).unwrap_or(u32::MAX));
                        start.elapsed()
                    });
                });
            }
        }
        group.finish();
    }
}
