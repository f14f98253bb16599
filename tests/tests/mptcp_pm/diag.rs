//! `INET_DIAG` over a scripted peer: the datagrams that belong to a dump, and the meaning of the bytes of a socket.

use genl::mptcp_pm::{Diag, DiagConnection, DiagSubflow};
use genl::transport::Step;
use genl::{Error, ErrorKind, Scripted};

use super::common::hex;

const ESTABLISHED: u8 = 1;
const CLOSE_WAIT: u8 = 8;
const LISTEN: u8 = 10;

/// `SOCK_DIAG_BY_FAMILY`.
const SOCKET: u16 = 20;
const ERROR: u16 = 2;
const DONE: u16 = 3;

fn message(kind: u16, flags: u16, sequence: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(16 + payload.len()).unwrap();
    let mut bytes = length.to_le_bytes().to_vec();
    bytes.extend(kind.to_le_bytes());
    bytes.extend(flags.to_le_bytes());
    bytes.extend(sequence.to_le_bytes());
    bytes.extend([0; 4]);
    bytes.extend(payload);
    bytes
}

/// `struct inet_diag_req_v2` for all states, for `IPPROTO_TCP`.
fn subflows_of(family: &str) -> Vec<u8> {
    let request = [hex(family), hex("060200 ffffffff"), vec![0; 48]].concat();
    message(SOCKET, 0x301, 0, &request)
}

/// The same for `IPPROTO_MPTCP` (262), which needs the attribute.
fn connections_of(family: &str) -> Vec<u8> {
    let request = [
        hex(family),
        hex("ff0200 ffffffff"),
        vec![0; 48],
        hex("08000300 06010000"),
    ]
    .concat();
    message(SOCKET, 0x301, 0, &request)
}

/// `struct inet_diag_msg` with attributes. IPv4 is from 10.0.0.1:80 to 10.0.0.2:4096, IPv6 from `fd00::1` to `fd00::2`.
fn socket(family: u8, state: u8, inode: u32, attributes: &str) -> Vec<u8> {
    let addresses = if family == 2 {
        "0a000001 00000000 00000000 00000000 0a000002 00000000 00000000 00000000"
    } else {
        "fd000000 00000000 00000000 00000001 fd000000 00000000 00000000 00000002"
    };
    let payload = [
        vec![family, state, 0, 0],
        hex("0050 1000"),
        hex(addresses),
        // Interface and cookie; timers, queues and owner.
        vec![0xee; 28],
        inode.to_le_bytes().to_vec(),
        hex(attributes),
    ]
    .concat();
    message(SOCKET, 2, 0, &payload)
}

/// `INET_ULP_INFO` > `INET_ULP_INFO_MPTCP` with a local token.
fn subflow(token: &str) -> Vec<u8> {
    let attributes = format!("10001300 0c000300 08000200 {token}");
    socket(2, ESTABLISHED, 0, &attributes)
}

/// `INET_DIAG_INFO`: `struct mptcp_info` up to its token.
fn connection(family: u8, state: u8, flags: &str, token: &str) -> Vec<u8> {
    let attributes = format!("14000200 0101010101010101 {flags} {token}");
    socket(family, state, 0x0102_0304, &attributes)
}

fn done() -> Vec<u8> {
    message(DONE, 2, 0, &[0; 4])
}

/// An empty dump of IPv6 subflows.
fn nothing() -> [Vec<u8>; 2] {
    [subflows_of("0a"), done()]
}

/// Creates a peer that expects each of these requests and sends the answers.
fn peer(exchanges: &[Vec<Vec<u8>>]) -> Scripted {
    let mut peer = Scripted::new();
    for exchange in exchanges {
        let (request, answers) = exchange.split_first().unwrap();
        peer.replay([Step::Request(request)]);
        peer.replay(answers.iter().map(|answer| Step::Answer(answer)));
    }
    peer
}

fn subflows(answers: Vec<Vec<u8>>) -> Result<Vec<DiagSubflow>, Error> {
    let ipv4 = [vec![subflows_of("02")], answers].concat();
    Diag::over(peer(&[ipv4, nothing().to_vec()]))?.subflows()
}

fn connections(ipv4: Vec<u8>, ipv6: Vec<u8>) -> Vec<DiagConnection> {
    let ipv4 = vec![connections_of("02"), ipv4, done()];
    let ipv6 = vec![connections_of("0a"), ipv6, done()];
    let mut diag = Diag::over(peer(&[ipv4, ipv6])).unwrap();
    diag.connections().unwrap()
}

fn tokens(subflows: &[DiagSubflow]) -> Vec<u32> {
    let tokens = subflows.iter().map(|subflow| subflow.info.token_loc);
    tokens.map(Option::unwrap).collect()
}

#[test]
fn a_dump_comes_in_any_number_of_datagrams() {
    let (one, two, three) = (
        subflow("01000000"),
        subflow("02000000"),
        subflow("03000000"),
    );
    let read = subflows(vec![[one, two].concat(), three, done()]).unwrap();
    assert_eq!(tokens(&read), [1, 2, 3]);
    let at_the_end = [subflow("04000000"), done()].concat();
    assert_eq!(tokens(&subflows(vec![at_the_end]).unwrap()), [4]);
}

#[test]
fn datagrams_of_other_processes_are_ignored() {
    let mut peer = peer(&[
        vec![subflows_of("02"), subflow("01000000"), done()],
        nothing().to_vec(),
    ]);
    // Bytes that are not a message, and a subflow that looks right.
    peer.deliver(vec![0xff; 24], 77);
    for sequence in 0..16 {
        let mut forged = subflow("02000000");
        forged[8] = sequence;
        peer.deliver(forged, 77);
    }
    let read = Diag::over(peer).unwrap().subflows().unwrap();
    assert_eq!(tokens(&read), [1]);
}

#[test]
fn answers_to_earlier_requests_are_ignored() {
    let mut late = subflow("02000000");
    late[8..12].copy_from_slice(&[0xef, 0xbe, 0xad, 0xde]);
    let mut end = done();
    end[8..12].copy_from_slice(&[0xef, 0xbe, 0xad, 0xde]);
    let mut peer = Scripted::new();
    // A replayed event keeps its sequence number.
    peer.replay([
        Step::Request(&subflows_of("02")),
        Step::Event(&late),
        Step::Event(&end),
        Step::Answer(&subflow("01000000")),
        Step::Answer(&done()),
        Step::Request(&subflows_of("0a")),
        Step::Answer(&done()),
    ]);
    let read = Diag::over(peer).unwrap().subflows().unwrap();
    assert_eq!(tokens(&read), [1]);
}

#[test]
fn messages_after_the_end_of_a_dump_are_ignored() {
    let refused = message(
        ERROR,
        0,
        0,
        &hex("ffffffff 48000000 14000103 00000000 00000000"),
    );
    let first = vec![subflows_of("02"), refused, subflow("02000000"), done()];
    let second = vec![subflows_of("02"), subflow("01000000"), done()];
    let mut diag = Diag::over(peer(&[first, second, nothing().to_vec()])).unwrap();
    diag.subflows().unwrap_err();
    assert_eq!(tokens(&diag.subflows().unwrap()), [1]);
}

/// The kernel refuses another dump while one is running.
#[test]
fn the_dump_after_a_damaged_one_is_whole() {
    let short = message(SOCKET, 2, 0, &[2, 1, 0, 0]);
    let torn = vec![0xff; 24];
    let first = vec![subflows_of("02"), short, torn, subflow("02000000"), done()];
    let second = vec![subflows_of("02"), subflow("01000000"), done()];
    let mut diag = Diag::over(peer(&[first, second, nothing().to_vec()])).unwrap();
    let error = diag.subflows().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Decode(_)), "{error}");
    assert_eq!(tokens(&diag.subflows().unwrap()), [1]);
}

#[test]
fn a_truncated_datagram_is_an_error_with_its_length() {
    let large = socket(2, ESTABLISHED, 0, &"00".repeat(70_000));
    let first = vec![subflows_of("02"), large.clone(), large, done()];
    let second = vec![subflows_of("02"), subflow("01000000"), done()];
    let mut diag = Diag::over(peer(&[first, second, nothing().to_vec()])).unwrap();
    let error = diag.subflows().unwrap_err();
    let told = matches!(error.kind(), ErrorKind::Truncated { length: 70_088, .. });
    assert!(told, "{error}");
    assert_eq!(tokens(&diag.subflows().unwrap()), [1]);
}

#[test]
fn refusals_have_their_error_number() {
    // `EPERM`, as the only answer and as the end of a dump.
    for kind in [ERROR, DONE] {
        let refused = message(
            kind,
            0,
            0,
            &hex("ffffffff 48000000 14000103 00000000 00000000"),
        );
        let error = subflows(vec![refused]).unwrap_err();
        assert_eq!(error.raw_os_error(), Some(1), "{error}");
        assert_eq!((error.family(), error.operation()), ("inet_diag", "dump"));
    }
}

#[test]
fn a_silent_peer_is_a_timeout() {
    let error = subflows(Vec::new()).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Timeout), "{error}");
}

#[test]
fn other_sockets_are_not_subflows() {
    // A listening socket has only the name of its protocol. Plain TCP has nothing.
    let listening = socket(2, LISTEN, 0, "10001300 0a000100 6d7074637000 0000");
    let plain = socket(2, ESTABLISHED, 0, "");
    let read = subflows(vec![listening, plain, subflow("01000000"), done()]).unwrap();
    assert_eq!(tokens(&read), [1]);
}

#[test]
fn a_connection_is_read_with_its_ends_state_and_inode() {
    let read = connections(
        connection(2, ESTABLISHED, "00000000", "34120000"),
        connection(10, CLOSE_WAIT, "01000000", "78560000"),
    );
    let [ipv4, ipv6] = &read[..] else {
        panic!("{read:#?}");
    };
    assert_eq!((ipv4.token, ipv4.inode), (0x1234, 0x0102_0304));
    assert_eq!((ipv4.state, ipv4.fallback), (ESTABLISHED, false));
    assert_eq!(ipv4.local, "10.0.0.1:80".parse().unwrap());
    assert_eq!(ipv4.remote, "10.0.0.2:4096".parse().unwrap());
    assert_eq!(
        (ipv6.token, ipv6.state, ipv6.fallback),
        (0x5678, CLOSE_WAIT, true)
    );
    assert_eq!(ipv6.local, "[fd00::1]:80".parse().unwrap());
    assert_eq!(ipv6.remote, "[fd00::2]:4096".parse().unwrap());
}

#[test]
fn a_socket_without_a_token_is_not_a_connection() {
    let listening = socket(2, LISTEN, 7, "");
    // `struct mptcp_info` of an old kernel, which has no token; and that of a listening socket.
    let short = socket(2, ESTABLISHED, 7, "10000200 01010101 01010101 00000000");
    let zero = connection(2, LISTEN, "00000000", "00000000");
    let of_ipv4 = [listening, short, zero].concat();
    let of_ipv6 = connection(10, ESTABLISHED, "02000000", "78560000");
    let read = connections(of_ipv4, of_ipv6);
    let [only] = &read[..] else {
        panic!("{read:#?}");
    };
    // A flag other than the fallback.
    assert_eq!((only.token, only.fallback), (0x5678, false));
}
