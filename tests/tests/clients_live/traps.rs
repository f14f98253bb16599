//! Frequent mistakes between a socket and the runtime in which it waits.

use std::future::poll_fn;
use std::net::TcpListener;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::thread;
use std::time::{Duration, Instant};

use genl::mptcp_pm::{AsyncDiag, Diag, Limits, MptcpPm, MptcpPmEvent};
use genl::transport::{AsyncTransport, Smol, Tokio};
use genl::{AsyncListener, Received};
use genl_tests::mptcp::{self, Connection};
use genl_tests::namespace::IPV4;
use tokio::runtime::{Builder, Runtime};
use tokio::time;

use crate::runtimes::Outcome;

pub(crate) type Events<T> = AsyncListener<MptcpPmEvent, T>;

/// Longer than any step here, and shorter than the time limit of the tests.
pub(crate) const LONG: Duration = Duration::from_secs(20);

pub(crate) fn listening() -> std::io::Result<TcpListener> {
    mptcp::listen((IPV4[0], 0).into())
}

/// Listens for a moment, after a while.
fn listening_later() -> thread::JoinHandle<std::io::Result<()>> {
    thread::spawn(|| {
        thread::sleep(Duration::from_millis(20));
        listening().map(drop)
    })
}

/// Waits for the two events of a socket that listens for a moment.
pub(crate) async fn two_events<T: AsyncTransport>(events: &mut Events<T>) -> Outcome {
    let later = listening_later();
    for _ in 0..2 {
        let received = events.next().await?;
        assert!(matches!(received, Received::Event(_)), "{received:?}");
    }
    Ok(later.join().expect("no panic")?)
}

pub(crate) fn one_thread() -> std::io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}

pub(crate) fn several_threads() -> std::io::Result<Runtime> {
    let mut builder = Builder::new_multi_thread();
    builder.worker_threads(2).enable_all().build()
}

/// Returns the message of the panic of a listener that waits in a runtime.
fn panic_of(runtime: &Runtime, timeout: Option<Duration>) -> Result<String, genl::Error> {
    let mut events = runtime.block_on(MptcpPm::listen_tokio(&[MptcpPm::EVENTS]))?;
    events.set_receive_timeout(timeout)?;
    let waits = || runtime.block_on(events.next()).map(drop);
    let panic = catch_unwind(AssertUnwindSafe(waits)).expect_err("a panic");
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    Ok(text
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default())
}

/// The documentation of [`Tokio`] describes this.
pub(crate) fn runtimes_without_drivers_panic_when_waiting() -> Outcome {
    let bare = Builder::new_current_thread().build()?;
    let without_time = Builder::new_current_thread().enable_io().build()?;
    // The kernel answers at once, so nothing waits.
    for runtime in [&bare, &without_time] {
        let limits = runtime.block_on(async {
            let mut pm = MptcpPm::connect_tokio().await?;
            pm.get_limits().await
        })?;
        assert!(limits.subflows > 0);
    }
    let panic = panic_of(&bare, None)?;
    assert!(panic.contains("`enable_io`"), "{panic}");
    let panic = panic_of(&without_time, Some(LONG))?;
    assert!(panic.contains("`enable_time`"), "{panic}");
    // Without a deadline, no timer is needed.
    without_time.block_on(async {
        let mut events = MptcpPm::listen_tokio(&[MptcpPm::EVENTS]).await?;
        two_events(&mut events).await
    })
}

pub(crate) fn outside_of_a_runtime_only_waiting_panics() -> Outcome {
    let mut pm = smol::block_on(MptcpPm::connect_tokio())?;
    assert!(smol::block_on(pm.get_limits())?.subflows > 0);
    let mut events = smol::block_on(MptcpPm::listen_tokio(&[MptcpPm::EVENTS]))?;
    assert_eq!(events.try_next()?, None);
    let waits = || smol::block_on(events.next()).map(drop);
    assert!(catch_unwind(AssertUnwindSafe(waits)).is_err());
    Ok(())
}

/// A listener that was registered with one runtime waits in another, whether the first one runs, sleeps or has ended.
pub(crate) fn listeners_move_between_runtimes() -> Outcome {
    let (first, second) = (one_thread()?, several_threads()?);
    let mut events = first.block_on(MptcpPm::listen_tokio(&[MptcpPm::EVENTS]))?;
    events.set_receive_timeout(Some(LONG))?;
    for _ in 0..2 {
        first.block_on(two_events(&mut events))?;
        second.block_on(two_events(&mut events))?;
    }
    // A dropped wait leaves a timer behind.
    first.block_on(async {
        time::timeout(Duration::from_millis(1), events.next())
            .await
            .ok()
    });
    drop(first);
    second.block_on(two_events(&mut events))?;
    drop(second);
    assert_eq!(events.try_next()?, None);
    let third = one_thread()?;
    events.set_receive_timeout(Some(Duration::from_millis(30)))?;
    let error = third.block_on(events.next()).expect_err("nothing comes");
    assert!(error.is_timeout(), "{error}");
    third.block_on(two_events(&mut events))?;
    drop(third);
    drop(events);
    Ok(())
}

/// They move from task to task and from thread to thread, even during a wait.
pub(crate) fn clients_and_listeners_move_between_tasks() -> Outcome {
    let runtime = several_threads()?;
    runtime.block_on(async {
        let mut pm = MptcpPm::connect_tokio().await?;
        let mut events = MptcpPm::listen_tokio(&[MptcpPm::EVENTS]).await?;
        for _ in 0..50 {
            let task = tokio::spawn(async move {
                let mut next = events.next();
                // Polled here, with the waker of this task.
                poll_fn(|context| {
                    assert!(pin!(&mut next).poll(context).is_pending());
                    std::task::Poll::Ready(())
                })
                .await;
                let limits = pm.get_limits().await?;
                Ok::<(_, _, Limits), genl::Error>((pm, events, limits))
            });
            (pm, events, _) = task.await??;
            let socket = tokio::task::spawn_blocking(listening);
            let received = events.next().await?;
            assert!(matches!(received, Received::Event(_)), "{received:?}");
            drop(socket.await??);
            events.next().await?;
        }
        Ok(())
    })
}

/// The branch of `select!` with the listener loses most of the time.
pub(crate) fn no_event_is_lost_in_select() -> Outcome {
    const SOCKETS: usize = 1000;
    let sockets = thread::spawn(|| -> std::io::Result<Vec<u16>> {
        let ports = (0..SOCKETS).map(|number| {
            if number % 50 == 0 {
                thread::sleep(Duration::from_millis(1));
            }
            let socket = listening()?;
            Ok(socket.local_addr()?.port())
        });
        // The listener joins its group during this time.
        thread::sleep(Duration::from_millis(200));
        ports.collect()
    });
    let seen = one_thread()?.block_on(async {
        let mut events = MptcpPm::listen_tokio(&[MptcpPm::EVENTS]).await?;
        events.set_receive_buffer_size(200_000)?;
        let mut tick = time::interval(Duration::from_micros(100));
        let mut seen = Vec::new();
        while seen.len() < SOCKETS * 2 {
            tokio::select! {
                biased;
                _ = tick.tick() => {}
                event = events.next() => match event? {
                    Received::Event(event) => seen.push(event.local().map(|local| local.port())),
                    Received::Overrun => return Err("they fit".into()),
                },
            }
        }
        Ok::<_, Box<dyn std::error::Error + Send + Sync>>(seen)
    })?;
    let ports = sockets.join().expect("no panic")?;
    let expected = ports.into_iter().flat_map(|port| [Some(port); 2]);
    assert!(seen.into_iter().eq(expected));
    Ok(())
}

/// An operation that is answered at once does not read the clock. Deadlines use the clock of tokio.
pub(crate) fn deadlines_use_tokios_clock() -> Outcome {
    let mut builder = Builder::new_current_thread();
    let runtime = builder.enable_all().start_paused(true).build()?;
    runtime.block_on(async {
        let started = time::Instant::now();
        let mut pm = MptcpPm::connect_tokio().await?;
        assert!(pm.get_limits().await?.subflows > 0);
        assert_eq!(started.elapsed(), Duration::ZERO);

        let mut events: Events<Tokio> = MptcpPm::listen_tokio(&[MptcpPm::EVENTS]).await?;
        let hour = Duration::from_secs(3600);
        events.set_receive_timeout(Some(hour))?;
        let real = Instant::now();
        for passed in 1..=2 {
            let error = events.next().await;
            assert!(error.is_err_and(|error| error.is_timeout()));
            assert!(started.elapsed() >= hour * passed);
        }
        assert!(real.elapsed() < LONG);

        // A datagram that has arrived is received at any time. Without a deadline, the listener waits for one.
        let socket = listening()?;
        let received = events.next().await?;
        assert!(matches!(received, Received::Event(_)), "{received:?}");
        drop(socket);
        events.next().await?;
        events.set_receive_timeout(None)?;
        two_events(&mut events).await
    })
}

pub(crate) fn diag_returns_the_same_in_async_programs() -> Outcome {
    let _connection = Connection::open((IPV4[0], 0).into())?;
    let blocking = Diag::open()?.snapshot()?;
    assert_eq!(
        (blocking.connections.len(), blocking.subflows.len()),
        (2, 2)
    );
    let on_tokio = one_thread()?.block_on(async { AsyncDiag::<Tokio>::open()?.snapshot().await });
    assert_eq!(on_tokio?, blocking);
    let on_smol = smol::block_on(async { AsyncDiag::<Smol>::open()?.snapshot().await });
    assert_eq!(on_smol?, blocking);
    Ok(())
}
