//! Ids are set or learned, never guessed. Requests determine what their replies are.

use genl::inspect::{Body, Direction, Inspector, Role};
use genl::mptcp_pm::MptcpPm;
use genl_tests::fixtures;

use super::common::hex;
use super::digits;

/// The rows of a request for the family, and of one to it.
fn rows() -> Vec<Vec<u8>> {
    let labels = ["ctrl-getfamily-mptcp_pm", "get-limits-default"];
    let rows = labels
        .into_iter()
        .flat_map(|label| fixtures::find("in_kernel", label));
    rows.map(|row| row.bytes).collect()
}

fn line(inspector: &Inspector, bytes: &[u8], way: Direction) -> String {
    inspector.inspect(bytes, way).line().to_string()
}

#[test]
fn the_controller_reports_ids() {
    let rows = rows();
    let mut inspector = Inspector::new(&[MptcpPm::DESCRIPTION]);
    let digits = digits(&rows[3]);
    assert_eq!(line(&inspector, &rows[3], Direction::ToKernel), digits);
    inspector.follow(&rows[1], Direction::FromKernel);
    let limits = "mptcp_pm get-limits";
    assert_eq!(line(&inspector, &rows[3], Direction::ToKernel), limits);

    // A request for the family sets no id.
    let mut forged = rows[1].clone();
    forged[16] = 2;
    inspector.follow(&forged, Direction::ToKernel);
    assert_eq!(line(&inspector, &rows[3], Direction::ToKernel), limits);
    // `CTRL_CMD_DELFAMILY`.
    inspector.follow(&forged, Direction::FromKernel);
    assert_eq!(line(&inspector, &rows[3], Direction::ToKernel), digits);
}

#[test]
fn a_family_without_description_has_its_name_and_its_numbers() {
    let rows = rows();
    let mut inspector = Inspector::default();
    inspector.follow(&rows[1], Direction::FromKernel);
    let text = "\
reply, 36 bytes: type 28 (mptcp_pm), flags 0x0, sequence 101, port 22518
  command 6, version 1
    #2: 00000000
    #3: 02000000
";
    assert_eq!(
        inspector
            .inspect(&rows[4], Direction::FromKernel)
            .to_string(),
        text
    );
    let text = "mptcp_pm command 6 reply { #2: 00000000, #3: 02000000 }";
    assert_eq!(line(&inspector, &rows[4], Direction::FromKernel), text);
    // The length of the fixed header is unknown.
    let mut inspector = Inspector::default();
    inspector.set_id("mptcp_pm", 28);
    let text = "mptcp_pm command 6 reply: 08000200000000000800030002000000";
    assert_eq!(line(&inspector, &rows[4], Direction::FromKernel), text);
}

#[test]
fn an_unknown_id_has_its_headers_and_its_bytes() {
    let rows = rows();
    let text = "\
reply, 36 bytes: type 28, flags 0x0, sequence 101, port 22518
  command 6, version 1
    08000200000000000800030002000000
";
    let tree = Inspector::default();
    let tree = tree.inspect(&rows[4], Direction::FromKernel);
    assert_eq!(tree.to_string(), text);
    assert!(tree.messages[0].family.is_none());
    // Another protocol has no `genlmsghdr`.
    let inspector = Inspector::default();
    let tree = inspector.inspect_headers(&rows[4], Direction::FromKernel);
    assert!(matches!(tree.messages[0].body, Body::Bytes(bytes) if bytes.len() == 20));
    assert_eq!(tree.messages[0].role, Role::Other);
}

#[test]
fn names_from_outside_cannot_write_to_a_terminal() {
    // `CTRL_CMD_NEWFAMILY` with the id 30 and a name of escape sequences.
    let told = hex("2c000000 1000 0000 00000000 00000000 01020000 \
                    0600 0100 1e00 0000  0e00 0200 1b5b 3331 6d61 2e62 2200 0000");
    let mut told = told;
    let length = u32::try_from(told.len()).expect("short");
    told[..4].copy_from_slice(&length.to_ne_bytes());
    let mut inspector = Inspector::default();
    let tree = inspector.follow(&told, Direction::FromKernel);
    assert!(!tree.to_string().contains('\x1b'), "{tree}");
    let message = hex("14000000 1e00 0000 00000000 00000000 01010000");
    let tree = inspector.inspect(&message, Direction::FromKernel);
    assert_eq!(
        tree.messages[0].family.as_deref(),
        Some("\\u{1b}[31ma.b\\\"")
    );
}

/// A forged capture cannot fill the memory with other ids and longer names.
#[test]
fn only_ids_and_names_that_the_kernel_gives_are_learned() {
    for (id, letters, is_learned) in [
        (1023_u16, 15_u16, true),
        (1024, 15, false),
        (17, 16, false),
        (17, 15, true),
    ] {
        let mut told = hex("01020000 0600 0100");
        told.extend([id, 0, letters + 5, 2].map(u16::to_ne_bytes).concat());
        told.extend("a".repeat(letters.into()).bytes().chain([0]));
        told.resize(told.len().next_multiple_of(4), 0);
        let length = u16::try_from(16 + told.len()).expect("short");
        let mut message = [length, 0, 16, 0].map(u16::to_ne_bytes).concat();
        message.extend([0; 8]);
        message.extend(told);
        let mut inspector = Inspector::default();
        inspector.follow(&message, Direction::FromKernel);
        let mut message = hex("14000000 0000 0000 00000000 00000000 01010000");
        message[4..6].copy_from_slice(&id.to_ne_bytes());
        let tree = inspector.inspect(&message, Direction::FromKernel);
        assert_eq!(tree.messages[0].family.is_some(), is_learned, "{id}");
    }
}

/// `get-addr` is one endpoint or a dump of all: their replies have one command.
#[test]
fn a_reply_belongs_to_its_request() {
    let inspector = || Inspector::new(&[]).with_id(MptcpPm::DESCRIPTION, 28);
    let request = |flags: &str| hex(&format!("14000000 1c00 {flags} 05000000 00000000 03010000"));
    let reply = |flags: &str| {
        hex(&format!(
            "1c000000 1c00 {flags} 05000000 07000000 03010000 0800 0180 0500 0200"
        ))
    };
    let name = |inspector: &Inspector, bytes: &[u8]| {
        let tree = inspector.inspect(bytes, Direction::FromKernel);
        tree.messages[0].generic().and_then(|it| it.name)
    };
    for (asked, replied, expected) in [
        (None, "0000", "get-addr"),
        (None, "0200", "dump-addrs"),
        (Some("0103"), "0000", "dump-addrs"),
        (Some("0100"), "0200", "get-addr"),
    ] {
        let mut inspector = inspector();
        if let Some(flags) = asked {
            inspector.follow(&request(flags), Direction::Unknown);
        }
        assert_eq!(name(&inspector, &reply(replied)), Some(expected));
    }
}

#[test]
fn events_differ_from_replies_by_the_request_they_answer() {
    let inspector = Inspector::new(&[]).with_id(MptcpPm::DESCRIPTION, 28);
    let role = |digits: &str, way| inspector.inspect(&hex(digits), way).messages[0].role;
    let unasked = "14000000 1c00 0000 00000000 00000000 06010000";
    let asked = "14000000 1c00 0000 05000000 07000000 06010000";
    let request = "14000000 1c00 0100 05000000 00000000 06010000";
    assert_eq!(role(unasked, Direction::FromKernel), Role::Event);
    assert_eq!(role(asked, Direction::FromKernel), Role::Reply);
    assert_eq!(role(unasked, Direction::Unknown), Role::Event);
    assert_eq!(role(request, Direction::Unknown), Role::Request);
    assert_eq!(role(unasked, Direction::ToKernel), Role::Request);
}
