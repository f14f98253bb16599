//! What is wrong is marked at its bytes.

use super::forms::{message, tree};

#[test]
fn faults_mark_the_bytes_that_are_wrong() {
    for (attributes, marked) in [
        // A length that is too great, or less than a header.
        ("0900 0100 00000000", "[09 00] 01 00 00 00 00 00"),
        ("0300 0100", "[03 00] 01 00"),
        // Too few bytes for a header.
        ("0400 0900 0b0a", "[0b 0a]"),
        // A payload of the wrong length, of no length, and text without its end.
        ("0600 0600 0b0a 0000", "06 00 06 00 [0b 0a] 00 00"),
        ("0400 0600", "[04 00 06 00]"),
        ("0600 0800 6162 0000", "06 00 08 00 61 [62] 00 00"),
    ] {
        let bytes = message(&format!("01 02 0000 07000000 {attributes}"));
        let text = tree(&bytes).to_string();
        assert_eq!(text.lines().last().expect("a line").trim(), marked);
    }
    // Of many bytes those around.
    let long = "ab".repeat(200);
    let bytes = message(&format!("01 02 0000 07000000 cc00 0800 {long}"));
    let text = tree(&bytes).to_string();
    let marked = format!(".. {}[ab]", "ab ".repeat(16));
    assert_eq!(text.lines().last().expect("a line").trim(), marked);
}

#[test]
fn messages_of_one_datagram_follow_each_other() {
    let bytes = [
        message("01 02 0000 07000000"),
        message("01 02 0000 08000000"),
    ]
    .concat();
    let line = "things get (excl) (create) (header { index: 7 }); things get (excl) (create) (header { index: 8 })";
    assert_eq!(tree(&bytes).line().to_string(), line);
    let bytes = [&bytes[..], &[1, 2, 3]].concat();
    let text = tree(&bytes).to_string();
    let end = "malformed: ends with 3 bytes, too few for a header (at byte 48)\n  [01 02 03]\n";
    assert!(text.ends_with(end), "{text}");
    // A header that is cut.
    let text = tree(&message("01 02 0000 0700")).to_string();
    assert!(
        text.contains("too few for the fixed header of 4 (at byte 20)\n      [07 00]\n"),
        "{text}"
    );
}

#[test]
fn messages_of_the_wire_are_shown_by_their_headers() {
    let bytes = message("01 02 0000");
    let message = genl::wire::Messages::new(&bytes)
        .next()
        .expect("one")
        .expect("whole");
    let text = "request, 20 bytes: type 40, flags 0x605 (request | ack | excl | create), sequence 7, port 0: 01020000";
    assert_eq!(format!("{message:?}"), text);
}
