//! Recordings of a transport, as text and as captures.

use std::io;
use std::time::Duration;

use genl::transport::AsyncTransport;
use genl::{Recorder, Scripted, Transport};

use super::common::hex;
use super::scripts::{TONE, Tones, request};

/// A transport on which everything succeeds and these datagrams arrive.
fn peer(received: &[&str]) -> Scripted {
    let mut peer = super::scripts::peer();
    for bytes in received {
        peer.deliver(hex(bytes), 0);
    }
    peer
}

fn text<T>(recorder: &Recorder<T>) -> String {
    let mut text = Vec::new();
    recorder.to_text(&mut text).expect("memory");
    String::from_utf8(text).expect("ASCII")
}

fn receive<T: Transport>(transport: &mut T) -> io::Result<Vec<u8>> {
    let mut buffer = Vec::with_capacity(64);
    transport.receive(&mut buffer).map(|_| buffer)
}

fn receive_all<T: Transport>(transport: &mut T) -> Vec<Vec<u8>> {
    std::iter::from_fn(|| receive(transport).ok()).collect()
}

const MILLISECOND: Duration = Duration::from_millis(1);

#[test]
fn each_entry_has_a_line() {
    let mut peer = peer(&[]);
    let get = peer.expect(&Tones::GET, &TONE).unwrap();
    get.reply(&TONE).unwrap().sent_by(4711);
    let mut recorder = Recorder::new(peer);
    recorder.join(480).unwrap();
    recorder.join(7).unwrap_err();
    receive(&mut recorder).unwrap_err();
    recorder.send(&hex(&request("0100", 1))).unwrap();
    receive(&mut recorder).unwrap();
    recorder.send(&[1, 2, 3]).unwrap_err();
    let inner = recorder.inner();
    // An event, an answer without a request, a datagram of which 18 bytes fit, and nothing.
    inner.event(&Tones::PLAYED, &TONE).unwrap();
    inner.deliver(hex("10000000 1e00 0000 06000000 00000000"), 0);
    inner
        .deliver(
            hex("18000000 1e00 0000 05000000 00000000 01 01 0000 00000000"),
            9,
        )
        .cut(18);
    inner.overrun();
    inner.fail(io::ErrorKind::BrokenPipe.into());
    // `EAGAIN`: no datagram has arrived.
    inner.fail(io::Error::from_raw_os_error(11));
    assert_eq!(receive_all(&mut recorder).len(), 3);
    let errors = [(); 2].map(|()| receive(&mut recorder).unwrap_err().kind());
    assert_eq!(
        errors,
        [io::ErrorKind::BrokenPipe, io::ErrorKind::WouldBlock]
    );
    recorder.leave(480).unwrap();
    recorder.leave(7).unwrap_err();
    let lines = "\
+ 480
> 1c0000001e0001000500000000000000010100000800010007000000
< 1c0000001e0000000500000000000000010100000800010007000000 from=4711
! 1c0000001e0000000000000000000000040100000800010007000000
! 100000001e0000000600000000000000
< 180000001e00000005000000000000000101 of=24 from=9
x 105
- 480
";
    assert_eq!(text(&recorder), lines);
}

#[test]
fn times_shorter_than_a_millisecond_are_not_written() {
    let mut peer = peer(&[]);
    for micros in [999, 1_000, 1_600, 2_500, 3_065_000] {
        peer.deliver(vec![7], 0)
            .after(Duration::from_micros(micros));
    }
    let mut recorder = Recorder::new(peer);
    while recorder.wait(None).is_ok() {
        receive(&mut recorder).unwrap();
    }
    // The rest is carried over: 1 ms after 0, then 2.5 ms.
    assert_eq!(
        text(&recorder),
        "! 07\n~ 0.001\n! 07\n! 07\n~ 0.001\n! 07\n~ 3.063\n! 07\n"
    );
}

#[test]
fn the_time_of_a_request_is_taken_before_it_is_sent() {
    /// Takes one second to send.
    struct Slow(Scripted);
    impl Transport for Slow {
        fn send(&mut self, _: &[u8]) -> io::Result<()> {
            let later = self.0.now() + 1000 * MILLISECOND;
            self.0.wait(Some(later)).or(Ok(()))
        }
        fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<genl::transport::Datagram> {
            self.0.receive(buffer)
        }
        fn wait(&mut self, _: Option<std::time::Instant>) -> io::Result<()> {
            Ok(())
        }
        fn join(&mut self, _: u32) -> io::Result<()> {
            Ok(())
        }
        fn leave(&mut self, _: u32) -> io::Result<()> {
            Ok(())
        }
        fn receive_buffer_size(&self) -> usize {
            17
        }
        fn now(&self) -> std::time::Instant {
            self.0.now()
        }
    }
    let mut recorder = Recorder::new(Slow(Scripted::new()));
    recorder.send(&[1]).unwrap();
    recorder.inner().0.deliver(vec![2], 0);
    receive(&mut recorder).unwrap();
    assert_eq!(text(&recorder), "> 01\n~ 1.000\n! 02\n");
    assert_eq!(recorder.receive_buffer_size(), 17);
}

#[test]
fn an_async_recorder_waits_as_its_transport() {
    let mut peer = peer(&[]);
    peer.pend(true);
    peer.deliver(vec![7], 0);
    let mut recorder = Recorder::new(peer);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(recorder.poll_wait(&mut context, None).is_pending());
    assert!(recorder.poll_wait(&mut context, None).is_ready());
    assert_eq!(receive(&mut recorder).unwrap(), [7]);
}

#[test]
fn a_capture_has_a_header_before_each_datagram() {
    let mut peer = peer(&["01020304"]);
    peer.deliver(vec![5; 8], 0).cut(2).after(1500 * MILLISECOND);
    peer.expect(&Tones::GET, &TONE).unwrap();
    let mut recorder = Recorder::new(peer);
    recorder.join(16).unwrap();
    receive(&mut recorder).unwrap();
    recorder.wait(None).unwrap();
    receive(&mut recorder).unwrap();
    recorder.send(&hex(&request("0100", 1))).unwrap();
    let mut capture = Vec::new();
    recorder.to_pcap(&mut capture).unwrap();

    // Nanoseconds, version 2.4, two unused fields, at most 256 KiB, netlink.
    let header = "4d3cb2a1 0200 0400 00000000 00000000 00000400 fd000000";
    let (file, packets) = capture.split_at(24);
    assert_eq!(file, hex(header));
    // Seconds and nanoseconds; lengths; type of packet, device, no address, protocol; the bytes.
    let link = |to: &str| hex(&format!("00{to} 0338 0000 0000000000000000 0010"));
    let expected = [
        [&hex("14000000 14000000")[..], &link("06"), &[1, 2, 3, 4]].concat(),
        [&hex("12000000 18000000")[..], &link("06"), &[5, 5]].concat(),
        [
            &hex("2c000000 2c000000")[..],
            &link("07"),
            &hex(&request("0100", 1)),
        ]
        .concat(),
    ];
    let (mut rest, mut times) = (packets, Vec::new());
    for packet in expected {
        let (time, behind) = rest.split_at(8);
        let part = |at: usize| u32::from_le_bytes(time[at..at + 4].try_into().unwrap());
        times.push(Duration::new(part(0).into(), part(4)));
        let (found, behind) = behind.split_at(packet.len());
        assert_eq!(found, packet);
        rest = behind;
    }
    assert_eq!(rest.len(), 0);
    assert_eq!(times[1], times[0] + 1500 * MILLISECOND);
    assert_eq!(times[2], times[1]);
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap();
    assert!(now < times[0] + 60_000 * MILLISECOND, "{times:?}");
}

#[test]
fn a_packet_is_not_larger_than_the_limit_of_the_file() {
    let mut peer = peer(&[]);
    peer.deliver(vec![5; 300_000], 0);
    let mut recorder = Recorder::new(peer);
    let mut buffer = Vec::with_capacity(300_000);
    recorder.receive(&mut buffer).unwrap();
    let mut capture = Vec::new();
    recorder.to_pcap(&mut capture).unwrap();
    // 262,144 and 300,016.
    assert_eq!(capture[32..40], hex("00000400 f0930400"));
    assert_eq!(capture.len(), 24 + 16 + 262_144);
}

#[test]
fn errors_of_the_writer_are_returned() {
    let recorder = Recorder::new(peer(&[]));
    recorder.to_pcap(&mut [0; 23][..]).unwrap_err();
    let mut recorder = Recorder::new(peer(&["00"]));
    receive(&mut recorder).unwrap();
    recorder.to_text(&mut [0; 3][..]).unwrap_err();
}
