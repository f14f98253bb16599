//! The clock of a scripted peer: nothing sleeps, and delayed datagrams are not received before their time.

use std::io;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use genl::mptcp_pm::{Limits, MptcpPm};
use genl::transport::AsyncTransport;
use genl::{AsyncClient, AsyncListener, Client, ErrorKind, Received, Scripted, Transport};

use super::{FLUSH, GET_LIMITS, ack, client, expect, limits, listener, message, peer};

const SECOND: Duration = Duration::from_secs(1);

fn closed() -> Vec<u8> {
    message(28, 0, 0, "03 01 0000  0800 0100 07000000")
}

/// Returns what is received without waiting.
fn receive(peer: &mut Scripted) -> io::Result<Vec<u8>> {
    let mut buffer = Vec::with_capacity(64);
    peer.receive(&mut buffer).map(|_| buffer)
}

fn kind<T>(result: io::Result<T>) -> Option<io::ErrorKind> {
    result.err().map(|error| error.kind())
}

#[test]
fn delayed_datagrams_arrive_at_their_time() {
    let (mut peer, started) = (Scripted::new(), Instant::now());
    let begin = peer.now();
    peer.deliver(vec![3], 0).after(3 * SECOND);
    peer.deliver(vec![1], 0).after(SECOND);
    peer.deliver(vec![0], 0);
    peer.deliver(vec![2], 0).after(SECOND);
    assert_eq!(receive(&mut peer).unwrap(), [0]);
    assert_eq!(kind(receive(&mut peer)), Some(io::ErrorKind::WouldBlock));
    peer.wait(None).unwrap();
    assert_eq!(peer.now(), begin + SECOND);
    // Datagrams with the same time arrive in the order in which they were added.
    assert_eq!(receive(&mut peer).unwrap(), [1]);
    assert_eq!(receive(&mut peer).unwrap(), [2]);
    assert_eq!(kind(receive(&mut peer)), Some(io::ErrorKind::WouldBlock));
    // The delay of a datagram starts when it is added.
    peer.deliver(vec![4], 0).after(3 * SECOND);
    peer.wait(Some(begin + 10 * SECOND)).unwrap();
    assert_eq!(peer.now(), begin + 3 * SECOND);
    assert_eq!(receive(&mut peer).unwrap(), [3]);
    peer.wait(Some(begin + 10 * SECOND)).unwrap();
    assert_eq!(peer.now(), begin + 4 * SECOND);
    assert!(started.elapsed() < SECOND);
}

#[test]
fn a_wait_ends_at_its_deadline() {
    let mut peer = Scripted::new();
    let begin = peer.now();
    peer.deliver(vec![1], 0).after(2 * SECOND);
    for deadline in [SECOND, 2 * SECOND] {
        let result = peer.wait(Some(begin + deadline));
        assert_eq!(kind(result), Some(io::ErrorKind::TimedOut));
        assert_eq!(peer.now(), begin + deadline);
    }
    // The datagram is there even if the deadline has passed, and the clock does not go back.
    peer.wait(Some(begin)).unwrap();
    assert_eq!(peer.now(), begin + 2 * SECOND);
    assert_eq!(receive(&mut peer).unwrap(), [1]);
    // Nothing will arrive. A datagram with an endless delay does not arrive either.
    peer.deliver(vec![2], 0).after(Duration::MAX);
    assert_eq!(kind(peer.wait(None)), Some(io::ErrorKind::TimedOut));
    assert_eq!(kind(peer.wait(Some(begin))), Some(io::ErrorKind::TimedOut));
    assert_eq!(peer.now(), begin + 2 * SECOND);
}

#[test]
fn rule_33_nothing_that_arrives_extends_the_deadline() {
    // The answer is delayed by this, and a message of another family arrives before it.
    let outcome = |late| {
        let mut peer = peer();
        expect(&mut peer, GET_LIMITS, &[]);
        let request = peer.expect(&MptcpPm::GET_LIMITS, &()).unwrap();
        request
            .datagram(message(29, 0, 0, "06 01 0000"))
            .after(2 * SECOND)
            .datagram(limits(0, 5))
            .after(late);
        let mut pm = client(peer);
        // A request without an answer.
        let first = pm.get_limits().unwrap_err();
        assert!(matches!(first.kind(), ErrorKind::Timeout));
        let begin = pm.channel().transport().now();
        let result = pm.get_limits().map(|limits| limits.subflows);
        (result, pm.channel().transport().now() - begin)
    };
    let in_time = Duration::from_millis(4_999);
    assert!(matches!(outcome(in_time), (Ok(5), took) if took == in_time));
    let (late, took) = outcome(5 * SECOND);
    assert!(matches!(late.unwrap_err().kind(), ErrorKind::Timeout));
    assert_eq!(took, 5 * SECOND);
}

#[test]
fn a_listener_waits_for_a_delayed_event() {
    let mut events = listener(peer());
    events.set_receive_timeout(Some(SECOND)).unwrap();
    events
        .transport()
        .deliver(closed(), 0)
        .after(SECOND * 3 / 2);
    assert_eq!(events.try_next().unwrap(), None);
    let early = events.next().unwrap_err();
    assert!(matches!(early.kind(), ErrorKind::Timeout));
    assert!(matches!(events.next(), Ok(Received::Event(_))));
}

fn poll<F: Future>(future: std::pin::Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

/// A waker that counts its calls.
#[derive(Default)]
struct Woken(std::sync::atomic::AtomicUsize);

impl std::task::Wake for Woken {
    fn wake(self: std::sync::Arc<Self>) {
        self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    }
}

#[test]
fn an_async_wait_moves_the_clock_as_a_blocking_one_does() {
    let mut peer = Scripted::new();
    let begin = peer.now();
    let mut context = Context::from_waker(Waker::noop());
    peer.deliver(vec![1], 0).after(SECOND);
    let half = Some(begin + SECOND / 2);
    let Poll::Ready(Err(error)) = peer.poll_wait(&mut context, half) else {
        panic!("the deadline is before it");
    };
    assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    assert!(matches!(
        peer.poll_wait(&mut context, None),
        Poll::Ready(Ok(()))
    ));
    assert_eq!(peer.now(), begin + SECOND);
}

#[test]
fn a_peer_that_pends_is_pending_once_before_each_datagram() {
    let woken = std::sync::Arc::new(Woken::default());
    let waker = Waker::from(woken.clone());
    let mut context = Context::from_waker(&waker);
    let mut peer = Scripted::new();
    peer.pend(true);
    peer.deliver(vec![1], 0);
    peer.deliver(vec![2], 0);
    for (count, byte) in [(1, 1), (2, 2)] {
        assert_eq!(kind(receive(&mut peer)), Some(io::ErrorKind::WouldBlock));
        assert!(peer.poll_wait(&mut context, None).is_pending());
        assert_eq!(woken.0.load(std::sync::atomic::Ordering::Relaxed), count);
        assert_eq!(kind(receive(&mut peer)), Some(io::ErrorKind::WouldBlock));
        assert!(peer.poll_wait(&mut context, None).is_ready());
        assert_eq!(receive(&mut peer).unwrap(), [byte]);
    }
    // A wait that ends with its deadline is pending too.
    let deadline = Some(peer.now() + SECOND);
    assert!(peer.poll_wait(&mut context, deadline).is_pending());
    let Poll::Ready(Err(error)) = peer.poll_wait(&mut context, deadline) else {
        panic!("nothing is to come");
    };
    assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    // This is a blocking wait.
    peer.deliver(vec![3], 0);
    peer.wait(None).unwrap();
    assert_eq!(receive(&mut peer).unwrap(), [3]);
    // It is no longer pending.
    peer.pend(false);
    peer.deliver(vec![4], 0);
    assert_eq!(receive(&mut peer).unwrap(), [4]);
    assert!(peer.poll_wait(&mut context, None).is_ready());
}

#[test]
fn an_async_client_can_be_cancelled_at_every_wait() {
    // The answer of the controller, that of the flush, and those of the limits.
    for polls in 0..=3 {
        let mut peer = peer();
        if polls > 1 {
            expect(&mut peer, FLUSH, &[ack(0x100, 0, "")]);
        }
        expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
        peer.pend(true);
        let mut pm = MptcpPm::new(AsyncClient::over(peer).unwrap());
        {
            let mut flush = pin!(pm.flush_addrs());
            for count in 1..=polls {
                assert_eq!(poll(flush.as_mut()).is_ready(), count == 3, "{count}");
            }
        }
        let mut context = Context::from_waker(Waker::noop());
        let mut get = pin!(pm.get_limits());
        let limits: Limits = loop {
            if let Poll::Ready(limits) = get.as_mut().poll(&mut context) {
                break limits.unwrap();
            }
        };
        assert_eq!(limits.subflows, 5, "dropped after {polls} polls");
    }
}

#[test]
fn a_dropped_future_loses_no_event() {
    let mut context = Context::from_waker(Waker::noop());
    let mut join = pin!(AsyncListener::<genl::mptcp_pm::MptcpPmEvent, _>::join(
        AsyncClient::over(peer()).unwrap(),
        &[MptcpPm::EVENTS],
    ));
    let Poll::Ready(Ok(mut events)) = join.as_mut().poll(&mut context) else {
        panic!("nothing is to be waited for");
    };
    events.transport().pend(true);
    events.transport().deliver(closed(), 0);
    assert!(poll(pin!(events.next())).is_pending());
    let mut next = pin!(events.next());
    assert!(matches!(
        poll(next.as_mut()),
        Poll::Ready(Ok(Received::Event(_)))
    ));
}

#[test]
fn a_blocking_client_over_a_peer_that_pends_waits_for_each_answer() {
    let mut peer = peer();
    peer.pend(true);
    expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
    let mut pm = MptcpPm::new(Client::over(peer).unwrap());
    assert_eq!(pm.get_limits().unwrap().subflows, 5);
}
