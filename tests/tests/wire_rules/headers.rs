//! `nlattr` headers: order, flag bits, lengths, alignment.

use genl::AttributeSet;
use genl::error::DecodeErrorKind;
use genl::mptcp_pm::AddAddr;
use genl::wire::Attributes;

use super::hex;
use super::{both_ways, decode, encode, reads, refuses, so_many};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Unordered {
    #[attr(3)]
    third: u8,
    #[attr(1)]
    first: u16,
    #[attr(2)]
    second: Option<u32>,
}

const UNORDERED: Unordered = Unordered {
    third: 3,
    first: 1,
    second: Some(2),
};

#[test]
fn rule_01_the_order_on_the_wire_is_that_of_the_fields() {
    let bytes = hex("0500 0300 03 000000  0600 0100 0100 0000  0800 0200 02000000");
    assert_eq!(encode(&UNORDERED), Ok(bytes));
}

#[test]
fn rule_01_reading_does_not_depend_on_order() {
    let parts = [
        "0500 0300 03 000000",
        "0600 0100 0100 0000",
        "0800 0200 02000000",
    ];
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let bytes: Vec<u8> = order.iter().flat_map(|part| hex(parts[*part])).collect();
        reads(&bytes, &UNORDERED);
    }
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Ports {
    #[attr(1)]
    host: u16,
    #[attr(2, big_endian)]
    network: u16,
}

const PORTS: Ports = Ports {
    host: 0x0102,
    network: 0x0102,
};

#[test]
fn rule_03_net_byteorder_is_masked_and_never_written() {
    both_ways(&PORTS, &hex("0600 0100 0201 0000  0600 0200 01 02 0000"));
    // On the wrong one: the byte order stays that of the field.
    reads(&hex("0600 0140 0201 0000  0600 0200 01 02 0000"), &PORTS);
    reads(&hex("0600 0140 0201 0000  0600 0240 01 02 0000"), &PORTS);
    // `net-byteorder-flag-addr4-accepted?` of the recordings, as read by us.
    let bytes = hex("1400 0180 0600 0100 0200 0000 0800 0340 0a 00 00 44");
    let request = decode::<AddAddr>(&bytes).expect("an address");
    assert_eq!(request.addr.addr4, Some([10, 0, 0, 68].into()));
}

#[test]
fn rule_02_the_nest_flag_on_an_integer_is_masked() {
    reads(&hex("0600 0180 0201 0000  0600 02c0 01 02 0000"), &PORTS);
}

#[test]
fn rule_06_padding_is_zeros() {
    for length in 0..=8u8 {
        let set = Data {
            data: vec![0xff; length.into()],
            next: Some(7),
        };
        let mut bytes = hex(&format!("{:02x}00 0100", 4 + length));
        bytes.extend(&set.data);
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        bytes.extend(hex("0500 0200 07 000000"));
        both_ways(&set, &bytes);
    }
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Data {
    #[attr(1)]
    data: Vec<u8>,
    #[attr(2)]
    next: Option<u8>,
}

#[test]
fn rule_06_the_last_attribute_may_lack_its_padding() {
    for missing in 1..=3 {
        let value = Data {
            data: vec![9; 4 - missing],
            next: None,
        };
        let mut bytes = hex(&format!("{:02x}00 0100 090909", 8 - missing));
        bytes.truncate(8 - missing);
        reads(&bytes, &value);
        // With some of its padding.
        bytes.extend(vec![0; missing - 1]);
        reads(&bytes, &value);
    }
}

#[test]
fn rule_06_padding_is_not_looked_at() {
    let value = Data {
        data: vec![9],
        next: Some(7),
    };
    reads(&hex("0500 0100 09 ffffff  0500 0200 07 ffffff"), &value);
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(pad = 2)]
struct Padded {
    #[attr(1)]
    long: Option<u64>,
    #[attr(3)]
    signed: Option<i64>,
}

#[test]
fn rule_06_integers_of_64_bits_may_be_unaligned() {
    let value = Padded {
        long: Some(0x0807_0605_0403_0201),
        signed: None,
    };
    // At every place that memory has, odd ones included.
    for shift in 0..8 {
        let mut bytes = vec![0; shift];
        bytes.extend(hex("0c00 0100 0102030405060708"));
        reads(&bytes[shift..], &value);
    }
}

#[test]
fn rule_06_pad_attributes_are_skipped_and_never_written() {
    let value = Padded {
        long: Some(1),
        signed: Some(-1),
    };
    let bytes = hex("0c00 0100 0100000000000000  0c00 0300 ffffffffffffffff");
    both_ways(&value, &bytes);
    let padded = hex("0400 0200
        0c00 0100 0100000000000000
        0400 0200
        0c00 0300 ffffffffffffffff
        0800 0200 00000000");
    reads(&padded, &value);
}

#[test]
fn rule_07_a_length_below_the_header_is_an_error_and_does_not_loop() {
    for length in 0..4 {
        refuses::<Data>(
            &format!("0{length}00 0100 00000000"),
            &format!(
                "contains an attribute of length {length}, less than its header of 4 bytes (at byte 20)"
            ),
        );
    }
    // Behind an attribute that is right.
    refuses::<Data>(
        "0500 0100 09 000000 0000 0000",
        "contains an attribute of length 0, less than its header of 4 bytes (at byte 28)",
    );
}

#[test]
fn rule_07_a_length_past_the_end_is_an_error() {
    refuses::<Data>(
        "0900 0100 01020304",
        "contains an attribute of length 9, but only 8 bytes are left (at byte 20)",
    );
    refuses::<Data>(
        "ffff 0100 01020304",
        "contains an attribute of length 65535, but only 8 bytes are left (at byte 20)",
    );
    refuses::<Data>(
        "0500 0100",
        "contains an attribute of length 5, but only 4 bytes are left (at byte 20)",
    );
}

#[test]
fn rule_07_bytes_too_few_for_a_header_are_an_error() {
    for (digits, left) in [("01", 1), ("0102", 2), ("010203", 3)] {
        refuses::<Data>(
            &format!("0500 0100 09 000000 {digits}"),
            &format!(
                "ends with {}, too few for a header (at byte 28)",
                so_many(left)
            ),
        );
    }
}

#[test]
fn rule_07_the_iterator_ends_after_the_error() {
    let bytes = hex("0500 0100 09 000000  0300 0100  0500 0100 09 000000");
    let read: Vec<_> = Attributes::new(&bytes, 20).take(5).collect();
    assert_eq!(read.len(), 2);
    assert!(
        read[0]
            .as_ref()
            .is_ok_and(|attribute| attribute.payload() == [9])
    );
    let error = read[1].as_ref().expect_err("a length of 3");
    let kind = DecodeErrorKind::AttributeLength {
        length: 3,
        left: 12,
    };
    assert_eq!((error.kind(), error.offset()), (&kind, Some(28)));
}
