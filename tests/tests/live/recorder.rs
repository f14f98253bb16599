//! Recorded runs over the kernel's socket, which are played back and read by Wireshark.

use std::error::Error;
use std::fs::File;
use std::os::fd::AsRawFd;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use genl::inspect::{Capture, Inspector};
use genl::mptcp_pm::{AddAddr, Address, AddressFlags, DumpAddrs, MptcpPm, MptcpPmEvent, SetLimits};
use genl::{Client, Listener, Netlink, Recorder, Scripted, Transport};
use genl_tests::mptcp::Connection;
use genl_tests::namespace::IPV4;

type Outcome = Result<(), Box<dyn Error>>;

/// The program: what it reads of the path manager.
fn run<T: Transport>(client: &mut Client<T>) -> Result<String, Box<dyn Error>> {
    let mut pm = MptcpPm::new(client);
    pm.set_limits(&SetLimits {
        rcv_add_addrs: Some(8),
        subflows: Some(8),
    })?;
    let limits = pm.get_limits()?;
    let addr = Address::from(IPV4[1]).flags(AddressFlags::SUBFLOW);
    pm.add_addr(&AddAddr { addr: addr.clone() })?;
    let refused = pm.add_addr(&AddAddr { addr }).unwrap_err();
    let endpoints: Vec<_> = pm
        .dump_addrs(&DumpAddrs::default())?
        .collect::<Result<_, _>>()?;
    Ok(format!("{limits:?} {refused} {endpoints:?}"))
}

fn recorded() -> Result<(Recorder<Netlink>, String), Box<dyn Error>> {
    let recorder: Recorder<Netlink> = Netlink::open()?.into();
    let mut client = Client::over(recorder)?;
    let seen = run(&mut client)?;
    Ok((client.into_transport(), seen))
}

fn text<T>(recorder: &Recorder<T>) -> Result<String, Box<dyn Error>> {
    let mut text = Vec::new();
    recorder.to_text(&mut text)?;
    Ok(String::from_utf8(text)?)
}

pub(crate) fn a_run_is_played_back() -> Outcome {
    let (recorder, seen) = recorded()?;
    assert!(seen.contains("(EEXIST)"), "{seen}");
    let peer = Scripted::from_recording(&text(&recorder)?)?;
    let mut client = Client::over(peer)?;
    assert_eq!(run(&mut client)?, seen);
    assert_eq!(client.transport().outstanding(), 0);
    Ok(())
}

/// Returns the events up to the first pause.
fn events<T: Transport>(listener: &mut Listener<MptcpPmEvent, T>) -> Vec<String> {
    let events = listener.map_while(Result::ok);
    events.map(|event| format!("{event:?}")).collect()
}

pub(crate) fn events_are_played_back() -> Outcome {
    let client = Client::over(Recorder::new(Netlink::open()?))?;
    let mut listener = Listener::join(client, &[MptcpPm::EVENTS])?;
    listener.set_receive_timeout(Some(Duration::from_millis(200)))?;
    // The options of the socket are available.
    assert!(listener.set_receive_buffer_size(1 << 16)? >= 1 << 16);
    assert_eq!(
        listener.as_raw_fd(),
        listener.transport().inner().as_raw_fd()
    );
    drop(Connection::open((IPV4[0], 0).into())?);
    let seen = events(&mut listener);
    // Both ends are created and established, and possibly more.
    assert!(seen.len() >= 4, "{seen:?}");

    let peer = Scripted::from_recording(&text(listener.transport())?)?;
    let mut listener = Listener::join(Client::over(peer)?, &[MptcpPm::EVENTS])?;
    assert_eq!(events(&mut listener), seen);
    assert_eq!(listener.transport().outstanding(), 0);
    Ok(())
}

fn tshark(capture: &Path, how: &[&str]) -> Result<String, Box<dyn Error>> {
    let output = Command::new("tshark")
        .arg("-r")
        .arg(capture)
        .args(how)
        .output()?;
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8(output.stdout)?)
}

pub(crate) fn wireshark_reads_a_recording() -> Outcome {
    let (recorder, _) = recorded()?;
    let path = std::env::temp_dir().join(format!("genl-{}.pcap", std::process::id()));
    recorder.to_pcap(File::create(&path)?)?;
    let (packets, bytes) = (tshark(&path, &["-V"])?, tshark(&path, &["-x"])?);
    std::fs::remove_file(&path)?;
    for (text, times) in [
        ("Link-layer address type: Netlink (824)", 13),
        ("Family: Generic (0x0010)", 13),
        // The controller's answer and its nested attributes.
        ("Command: CTRL_CMD_NEWFAMILY (1)", 1),
        ("Attribute: CTRL_ATTR_MCAST_GRP_NAME: mptcp_pm_events", 1),
        // So the family is shown by name: set, get, add twice, dump, and the replies.
        ("(mptcp_pm)", 7),
        ("Error code: Success (0)", 2),
        ("Error code: File exists (-EEXIST) (-17)", 1),
        ("Message type: End of a dump (0x0003)", 1),
    ] {
        assert_eq!(
            packets.matches(text).count(),
            times,
            "{text:?} in\n{packets}"
        );
    }
    // Wireshark 4.0 does not decode the attributes of an extended ack, but contains them.
    assert!(
        bytes.contains("74 6f 6f 20 6d 61 6e 79   ....-...too many"),
        "{bytes}"
    );
    Ok(())
}

/// Returns the description of each packet of a capture, and the header fields of its first message.
fn inspected(file: &[u8]) -> Result<(Vec<String>, Vec<String>), Box<dyn Error>> {
    let mut inspector = Inspector::new(&[MptcpPm::DESCRIPTION]);
    let (mut trees, mut headers) = (Vec::new(), Vec::new());
    for packet in Capture::new(file)? {
        let packet = packet?;
        let tree = packet.inspect(&mut inspector);
        let [message, ..] = &tree.messages[..] else {
            return Err(format!("no message in {packet:?}").into());
        };
        let time = packet.time.ok_or("no time")?;
        headers.push(format!(
            "{}.{:09} {} {:#06x} {} {}",
            time.as_secs(),
            time.subsec_nanos(),
            message.length,
            message.header.flags,
            message.header.sequence,
            message.header.port,
        ));
        trees.push(tree.to_string());
    }
    Ok((trees, headers))
}

pub(crate) fn inspect_reads_what_wireshark_reads() -> Outcome {
    let (recorder, _) = recorded()?;
    let path = std::env::temp_dir().join(format!("genl-inspected-{}.pcap", std::process::id()));
    let converted = path.with_extension("pcapng");
    recorder.to_pcap(File::create(&path)?)?;
    let fields = [
        "-Tfields",
        "-Eseparator= ",
        "-Eoccurrence=f",
        "-eframe.time_epoch",
        "-enetlink.hdr_len",
        "-enetlink.hdr_flags",
        "-enetlink.hdr_seq",
        "-enetlink.hdr_pid",
    ];
    let read = tshark(&path, &fields)?;
    let status = Command::new("editcap").args([&path, &converted]).status()?;
    let (trees, headers) = inspected(&std::fs::read(&path)?)?;
    let (same, _) = inspected(&std::fs::read(&converted)?)?;
    std::fs::remove_file(&path)?;
    std::fs::remove_file(&converted)?;
    assert!(status.success());
    assert_eq!(headers, read.lines().collect::<Vec<_>>());
    assert_eq!(trees, same);
    // The controller's answer contains the id of the family, and the refusal contains the operation that failed.
    let all = trees.concat();
    for (text, times) in [
        ("  add-addr (command 1), version 1\n", 2),
        ("  add-addr: File exists (EEXIST), number -17\n", 1),
        ("  dump-addrs (command 3), version 1\n", 2),
        ("malformed", 0),
    ] {
        assert_eq!(all.matches(text).count(), times, "{text:?} in\n{all}");
    }
    Ok(())
}
