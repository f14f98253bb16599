//! Recorded answers of `INET_DIAG`: genl decodes the same values as the recorder.

use std::net::{IpAddr, SocketAddr};

use genl::mptcp_pm::{ConnectionTable, Diag, DiagSubflow, EventFlags, Snapshot, SubflowFlags};
use genl::transport::Step;
use genl::{Error, ErrorKind, Scripted};
use genl_tests::fixtures::{self, Direction, Row};
use serde_json::Value;

/// Dumps of both sides of a connection with two subflows: that of the client and that of the server.
const DUMPS: [&str; 2] = ["inet-diag-tcp-ulp-A", "inet-diag-tcp-ulp-B"];

/// A dump without a subflow, for the address family that was not recorded.
const NOTHING: [u8; 20] = {
    let mut done = [0; 20];
    (done[0], done[4], done[6]) = (20, 3, 2);
    done
};

/// Creates a peer that answers as recorded. IPv6 was not recorded.
fn diag(recorded: &[Row]) -> Result<Diag<Scripted>, Error> {
    let mut ipv6 = recorded[0].bytes.clone();
    // `sdiag_family`, the first byte after `nlmsghdr`.
    ipv6[16] = 10;
    let steps = recorded.iter().map(|row| match row.direction {
        Direction::Tx => Step::Request(&row.bytes),
        _ => Step::Answer(&row.bytes),
    });
    let mut peer = Scripted::new();
    peer.replay(steps.chain([Step::Request(&ipv6), Step::Answer(&NOTHING)]));
    Diag::over(peer)
}

fn subflows(recorded: &[Row]) -> Result<Vec<DiagSubflow>, Error> {
    diag(recorded)?.subflows()
}

/// Returns the subflow attributes that the recorder decoded, or none if the socket is not a subflow.
fn recorded(socket: &Value) -> Option<&Vec<Value>> {
    let by_name = |pairs: &'_ Value, name: &str| -> Option<usize> {
        pairs.as_array()?.iter().position(|pair| pair[0] == name)
    };
    let ulp = &socket["attrs"][by_name(&socket["attrs"], "ulp-info")?][1];
    ulp[by_name(ulp, "mptcp")?][1].as_array()
}

fn end(socket: &Value, address: &str, port: &str) -> SocketAddr {
    let ip: IpAddr = socket[address]
        .as_str()
        .expect("text")
        .parse()
        .expect("an address");
    let port = socket[port].as_u64().expect("a number");
    SocketAddr::new(ip, port.try_into().expect("a port"))
}

#[test]
fn every_subflow_has_the_recorded_values() {
    let mut count = 0;
    for label in DUMPS {
        let rows = fixtures::find("subflow_info", label);
        let read = subflows(&rows).expect("a dump");
        let sockets = rows.iter().flat_map(Row::messages);
        let mut read = read.into_iter();
        for (socket, meant) in sockets.filter_map(|socket| Some((socket, recorded(socket)?))) {
            let subflow = read.next().expect("as many as recorded");
            assert_eq!(subflow.local, end(socket, "src", "sport"));
            assert_eq!(subflow.remote, end(socket, "dst", "dport"));
            assert_eq!(Value::from(subflow.state), socket["state"]);
            let info = subflow.info;
            let value = |name: &str| match name {
                "token-rem" => info.token_rem.map(u64::from),
                "token-loc" => info.token_loc.map(u64::from),
                "flags" => info.flags.map(|flags| flags.bits().into()),
                "id-rem" => info.id_rem.map(u64::from),
                "id-loc" => info.id_loc.map(u64::from),
                "relwrite-seq" => info.relwrite_seq.map(u64::from),
                "map-seq" => info.map_seq,
                "map-sfseq" => info.map_sfseq.map(u64::from),
                "ssn-offset" => info.ssn_offset.map(u64::from),
                "map-datalen" => info.map_datalen.map(u64::from),
                other => panic!("`{other}`"),
            };
            assert_eq!(meant.len(), 10, "all of them");
            for pair in meant {
                let name = pair[0].as_str().expect("a name");
                assert_eq!(value(name), pair[1].as_u64(), "{name}");
            }
            count += 1;
        }
        assert_eq!(read.next(), None, "and no more");
    }
    assert_eq!(count, 4);
}

#[test]
fn a_table_is_resynchronised_with_recorded_answers() {
    for (label, is_server) in DUMPS.into_iter().zip([false, true]) {
        let subflows = subflows(&fixtures::find("subflow_info", label)).expect("a dump");
        let mut table = ConnectionTable::new();
        table.resynchronise(&Snapshot {
            subflows: subflows.clone(),
            ..Snapshot::default()
        });
        let connections: Vec<_> = table.iter().collect();
        let [(token, connection)] = connections[..] else {
            panic!("{table:#?}");
        };
        assert_eq!(Some(token), subflows[0].info.token_loc);
        assert_eq!(connection.subflows.len(), 2);
        assert!(connection.established);
        assert_eq!(
            connection.flags.contains(EventFlags::SERVER_SIDE),
            is_server
        );
        // The first subflow is the one with `MP_CAPABLE`, at any place in the dump.
        let is_first = |subflow: &&DiagSubflow| {
            let flags = subflow.info.flags.unwrap_or_default();
            flags.contains(SubflowFlags::MCAP_REM)
        };
        let first = subflows.iter().find(is_first).expect("the first subflow");
        let ends = (connection.local, connection.remote);
        assert_eq!(ends, (Some(first.local), Some(first.remote)));
    }
}

#[test]
fn cut_messages_are_errors() {
    let mut rows = fixtures::find("subflow_info", DUMPS[0]);
    // The message of the first socket is cut after its `nlmsghdr` and a part of its `inet_diag_msg`.
    rows[1].bytes.truncate(40);
    rows[1].bytes[..4].copy_from_slice(&40_u32.to_le_bytes());
    let error = subflows(&rows).expect_err("24 bytes are no socket");
    assert!(matches!(error.kind(), ErrorKind::Decode(_)), "{error}");
    assert_eq!(error.family(), "inet_diag");
}

#[test]
fn connections_are_identified_by_their_tokens() {
    let rows = fixtures::find("subflow_info", "inet-diag-mptcp-A");
    let connections = diag(&rows).expect("a peer").connections().expect("a dump");
    let of_subflows = subflows(&fixtures::find("subflow_info", DUMPS[0])).expect("a dump");
    let token = of_subflows[0].info.token_loc.expect("a token");
    let [connection] = &connections[..] else {
        panic!("{connections:#?}");
    };
    assert_eq!((connection.token, connection.state), (token, 1));
    let ends = ["10.77.1.1:34200", "10.77.1.2:5201"].map(|end| end.parse().expect("an address"));
    assert_eq!([connection.local, connection.remote], ends);

    // A connection without a subflow is still a connection.
    let mut table = ConnectionTable::new();
    let subflows = Vec::new();
    table.resynchronise(&Snapshot {
        connections,
        subflows,
    });
    let known = table.get(token).expect("the connection");
    assert!(known.established && known.subflows.is_empty());
    assert_eq!(known.remote, Some(ends[1]));
}
