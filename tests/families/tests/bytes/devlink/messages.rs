//! Whole messages: commands that differ between a do, its dump and its events, and several replies.

use genl::transport::Scriptable;
use genl::{Client, ErrorKind, Listener, Received, Scripted};
use genl_families::devlink::{DevId, DevlinkFamily, DevlinkFamilyEvent, Fmsg, Reload};

use super::{C, by_name, dev, health, port, trap};
use crate::support::stored;

const ID: u16 = 21;
const ERROR: u16 = 2;
const DONE: u16 = 3;
const MULTI: u16 = 2;
const NEW: u8 = 3;
const PORT_NEW: u8 = 7;
const DIAGNOSE: u8 = 55;
const DUMP_GET: u8 = 56;

/// Returns `nlmsghdr` and the bytes after it.
fn message(kind: u16, flags: u16, rest: &[u8]) -> Vec<u8> {
    let length = u32::try_from(16 + rest.len()).expect("a short message");
    let mut bytes = length.to_ne_bytes().to_vec();
    bytes.extend(kind.to_ne_bytes());
    bytes.extend(flags.to_ne_bytes());
    bytes.extend([0; 8]);
    bytes.extend(rest);
    bytes
}

/// Returns a message with this command and the attributes that C wrote under `name`.
fn of_devlink(flags: u16, command: u8, name: &str) -> Vec<u8> {
    let mut rest = vec![command, 1, 0, 0];
    rest.extend(stored(C, name));
    message(ID, flags, &rest)
}

/// Returns the formatted message that C wrote.
fn parts(command: u8) -> [Vec<u8>; 2] {
    ["fmsg-first-kernel", "fmsg-second-kernel"].map(|name| of_devlink(MULTI, command, name))
}

/// Returns the end of a dump.
fn done() -> Vec<u8> {
    message(DONE, MULTI, &[0; 4])
}

/// Expects a request, and answers with these datagrams.
fn answer<O: Scriptable, const N: usize>(
    peer: &mut Scripted,
    operation: &O,
    request: &O::Request,
    datagrams: [Vec<u8>; N],
) {
    let mut expected = peer.expect(operation, request).expect("a request");
    for datagram in datagrams {
        expected = expected.datagram(datagram);
    }
}

fn peer() -> Scripted {
    let mut peer = Scripted::new();
    peer.family(DevlinkFamily::DESCRIPTION, ID)
        .expect("a description");
    peer
}

fn family(peer: Scripted) -> DevlinkFamily<Client<Scripted>> {
    DevlinkFamily::new(Client::over(peer).expect("a client"))
}

#[test]
fn ports_have_different_commands_in_a_do_and_a_dump() {
    let mut peer = peer();
    let one = of_devlink(0, PORT_NEW, "port-kernel");
    answer(&mut peer, &DevlinkFamily::PORT_GET, &port::request(), [one]);
    let two = of_devlink(MULTI, NEW, "port-kernel").repeat(2);
    let (dump, every) = (DevlinkFamily::PORT_DUMP, DevId::default());
    answer(&mut peer, &dump, &every, [two, done()]);
    // The command of the dump in place of that of the do.
    let one = of_devlink(0, NEW, "port-kernel");
    answer(&mut peer, &DevlinkFamily::PORT_GET, &port::request(), [one]);

    let mut devlink = family(peer);
    assert_eq!(devlink.port_get(&port::request()).unwrap(), port::port());
    let ports = devlink.port_dump(&every).unwrap();
    let ports: Vec<_> = ports.map(Result::unwrap).collect();
    assert_eq!(ports, [port::port(), port::port()]);
    let error = devlink.port_get(&port::request()).unwrap_err();
    let ErrorKind::Command { found, expected } = error.kind() else {
        panic!("{error}");
    };
    assert_eq!((*found, *expected), (NEW, PORT_NEW));
}

#[test]
fn every_operation_has_the_commands_of_the_header() {
    let operations = DevlinkFamily::DESCRIPTION.operations.iter();
    let commands: Vec<_> = operations
        .map(|it| (it.name, it.command, it.reply_command))
        .collect();
    let expected = [
        ("get", 1, 3),
        ("dump", 1, 3),
        ("port-get", 5, 7),
        ("port-dump", 5, 3),
        ("port-set", 6, 6),
        ("reload", 37, 37),
        ("health-reporter-get", 52, 52),
        ("health-reporter-dump", 52, 52),
        ("health-reporter-set", 53, 53),
        ("health-reporter-recover", 54, 54),
        ("health-reporter-diagnose", 55, 55),
        ("health-reporter-dump-get", 56, 56),
        ("health-reporter-dump-clear", 57, 57),
        ("trap-get", 61, 63),
        ("trap-dump", 61, 63),
        ("trap-set", 62, 62),
        ("health-reporter-test", 73, 73),
    ];
    assert_eq!(commands, expected);
    assert_eq!(DevlinkFamily::DESCRIPTION.groups[0].name, "config");
}

#[test]
fn requests_for_devices_traps_and_reporters() {
    let mut peer = peer();
    let dev = of_devlink(0, NEW, "dev");
    answer(&mut peer, &DevlinkFamily::GET, &by_name(), [dev]);
    let reloaded = of_devlink(0, 37, "reload");
    answer(
        &mut peer,
        &DevlinkFamily::RELOAD,
        &dev::reload(),
        [reloaded],
    );
    let trap = of_devlink(0, 63, "trap-kernel");
    answer(
        &mut peer,
        &DevlinkFamily::TRAP_GET,
        &trap::request(),
        [trap],
    );
    let (dump, of_port) = (DevlinkFamily::HEALTH_REPORTER_DUMP, health::dump_request());
    let reporter = of_devlink(MULTI, 52, "health-reporter-kernel");
    answer(&mut peer, &dump, &of_port, [reporter, done()]);

    let mut devlink = family(peer);
    assert_eq!(devlink.get(&by_name()).unwrap(), dev::dev());
    let reloaded = devlink.reload(&dev::reload()).unwrap();
    assert_eq!(reloaded, Some(dev::reloaded()));
    assert_eq!(devlink.trap_get(&trap::request()).unwrap(), trap::trap());
    let reporters = devlink.health_reporter_dump(&of_port).unwrap();
    let reporters: Vec<_> = reporters.map(Result::unwrap).collect();
    assert_eq!(reporters, [health::reporter()]);
    assert_eq!(devlink.channel().transport().outstanding(), 0);
}

/// Kernels without actions of reloads did this too.
#[test]
fn a_reload_without_an_action_is_only_acknowledged() {
    let mut peer = peer();
    let request = Reload {
        reload_action: None,
        reload_limits: None,
        ..dev::reload()
    };
    let expected = peer.expect(&DevlinkFamily::RELOAD, &request);
    expected.expect("a request").ack().expect("fits");
    let reloaded = family(peer).reload(&request);
    assert_eq!(reloaded.unwrap(), None);
}

/// A message continues where the previous reply ended, in the middle of an array.
#[test]
fn a_dump_arrives_in_parts() {
    let mut peer = peer();
    let (dump, request) = (DevlinkFamily::HEALTH_REPORTER_DUMP_GET, health::request());
    let [first, second] = parts(DUMP_GET);
    answer(&mut peer, &dump, &request, [first, second, done()]);

    let mut devlink = family(peer);
    let replies = devlink.health_reporter_dump_get(&request).unwrap();
    let marks: Vec<Fmsg> = replies.flat_map(|part| part.unwrap().fmsg).collect();
    let [first, second] = health::parts();
    assert_eq!(marks, [first.fmsg, second.fmsg].concat());
    assert!(health::text(&marks).ends_with("(raw: [[de, ad],[be],])}"));
}

/// The replies to a do with several replies. They end with a mark without a number. The acknowledgement after it does not disturb
/// the next operation.
#[test]
fn a_diagnosis_arrives_in_parts() {
    let mut peer = peer();
    let (diagnose, request) = (DevlinkFamily::HEALTH_REPORTER_DIAGNOSE, health::request());
    let [first, second] = parts(DIAGNOSE);
    let (end, ack) = (message(DONE, MULTI, &[]), message(ERROR, 0, &[0; 20]));
    answer(&mut peer, &diagnose, &request, [first, second, end, ack]);
    let dev = of_devlink(0, NEW, "dev");
    answer(&mut peer, &DevlinkFamily::GET, &by_name(), [dev]);

    let mut devlink = family(peer);
    let replies = devlink.health_reporter_diagnose(&request).unwrap();
    let parts = replies.collect::<Result<Vec<_>, _>>().unwrap();
    assert_eq!(parts, health::parts());
    assert_eq!(devlink.get(&by_name()).unwrap(), dev::dev());
}

#[test]
fn events_contain_the_reply_of_the_do() {
    let client = Client::over(peer()).expect("a client");
    let mut events: Listener<DevlinkFamilyEvent, _> =
        Listener::join(client, &[DevlinkFamily::CONFIG]).expect("the group");
    let sent = [
        (3, "dev"),
        (4, "dev"),
        (7, "port-kernel"),
        (8, "port-kernel"),
        (54, "health-reporter-kernel"),
        (63, "trap-kernel"),
        (64, "trap-kernel"),
    ];
    for (command, name) in sent {
        let event = of_devlink(0, command, name);
        events.transport().deliver(event, 0);
    }
    let received: Vec<_> = sent
        .map(|_| match events.next().expect("an event") {
            Received::Event(event) => event,
            Received::Overrun => panic!("nothing was lost"),
        })
        .into();
    let expected = [
        DevlinkFamilyEvent::NewNtf(dev::dev()),
        DevlinkFamilyEvent::DelNtf(dev::dev()),
        DevlinkFamilyEvent::PortNewNtf(port::port()),
        DevlinkFamilyEvent::PortDelNtf(port::port()),
        DevlinkFamilyEvent::HealthReporterRecoverNtf(health::reporter()),
        DevlinkFamilyEvent::TrapNewNtf(trap::trap()),
        DevlinkFamilyEvent::TrapDelNtf(trap::trap()),
    ];
    assert_eq!(received, expected);
}
