//! The runtimes in which a case runs.

use std::error::Error;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub(crate) type Outcome = Result<(), Box<dyn Error + Send + Sync>>;

/// Runs a case of the blocking client, whose future is never pending.
pub(crate) fn blocking(case: impl Future<Output = Outcome>) -> Outcome {
    match pin!(case).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => Err("a blocking client is pending".into()),
    }
}

pub(crate) fn tokio_current_thread(case: impl Future<Output = Outcome>) -> Outcome {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_all().build()?.block_on(case)
}

/// Runs the future on a worker of tokio.
pub(crate) fn tokio_multi_thread(case: impl Future<Output = Outcome> + Send + 'static) -> Outcome {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    let runtime = builder.worker_threads(2).enable_all().build()?;
    runtime.block_on(async { tokio::spawn(case).await? })
}

/// Runs the future on the thread of smol's global executor.
pub(crate) fn smol(case: impl Future<Output = Outcome> + Send + 'static) -> Outcome {
    smol::block_on(smol::spawn(case))
}
