//! Operations that are dropped at pseudo-random points, on a kernel in memory.

#[path = "../common/cancelled.rs"]
mod common;

use allocation_counter::measure;
use genl::AsyncClient;
use genl::mptcp_pm::{DumpAddrs, EndpointReply, MptcpPm};

use crate::erratic::Erratic;
use crate::hesitant::Hesitant;
use crate::kernel::{Answer, Kernel};
use crate::runtimes::{self, Outcome};
use common::{Known, cancel, limits, polled};

/// A kernel with settable limits and 30 endpoints.
fn kernel() -> Kernel {
    let mut subflows = 0;
    let mut kernel = Kernel::new(move |request| match request.command {
        3 => Answer::Parts(
            (1..=30)
                .map(|id| format!("0c00 0180  0500 0200 {id:02x} 000000"))
                .collect(),
        ),
        5 if request.attributes[12] > 8 => Answer::Status(libc::EINVAL, ""),
        5 => {
            subflows = request.attributes[12];
            Answer::Done
        }
        _ => Answer::Reply(format!(
            "0800 0200 01000000  0800 0300 {subflows:02x}000000"
        )),
    });
    kernel.counts = false;
    kernel
}

async fn rounds(count: u32) -> Outcome {
    let mut client = AsyncClient::over(Erratic::over(kernel()))?;
    let all = client.dump(&MptcpPm::DUMP_ADDRS, &DumpAddrs::default());
    let known: Known<DumpAddrs, EndpointReply> = Known {
        replies: all.await?.consistent(1).await?,
        dump: MptcpPm::DUMP_ADDRS,
        request: DumpAddrs::default(),
    };
    assert_eq!(known.replies.len(), 30);
    cancel(&mut client, &known, count).await
}

#[test]
fn operations_after_dropped_ones_are_right() -> Outcome {
    // A thread allocates memory of its own when it is first used.
    runtimes::tokio_current_thread(rounds(10))?;
    let mut outcome = Ok(());
    let left = measure(|| outcome = runtimes::tokio_current_thread(rounds(10_000)));
    assert_eq!((left.count_current, left.bytes_current), (0, 0));
    // The receive buffer, a batch, and the datagrams that wait in the kernel.
    assert!(left.bytes_max < 200_000, "{left:?}");
    outcome
}

#[test]
fn operations_after_dropped_ones_are_right_on_other_runtimes() -> Outcome {
    runtimes::tokio_multi_thread(rounds(3_000))?;
    runtimes::smol(rounds(3_000))
}

/// When a client returns its transport, no datagram for the client is left in it.
#[test]
fn answers_to_a_dropped_batch_are_received() -> Outcome {
    let mut client = AsyncClient::over(Hesitant::over(kernel()))?;
    smol::block_on(client.resolve(MptcpPm::FAMILY))?;
    // The second batch yields to other tasks first.
    for polls in [1, 2] {
        let mut batch = client.batch();
        let refused = [9, 9].map(|over| batch.call(&MptcpPm::SET_LIMITS, &limits(over)));
        let got: [_; 20] = core::array::from_fn(|_| batch.call(&MptcpPm::GET_LIMITS, &()));
        let last = batch.call(&MptcpPm::SET_LIMITS, &limits(8));
        assert!(smol::block_on(polled(batch.send(), polls)).is_none());
        drop((refused, got, last));
        client.transport().arrive();
    }
    let transport = client.into_transport();
    assert_eq!(transport.sent.len(), 3);
    assert_eq!(transport.inner.waiting(), 0);
    Ok(())
}
