//! The bytes. Kernels and C programs wrote them; where a row wants more of the same than was recorded, they are repeated.

use genl::AttributeSet;
use genl::nlctrl::{FamilyReply, OpAttrs};
use genl::wire::{Attributes, Messages};
use genl_families::ethtool::{
    Bitset, BitsetBit, BitsetBits, Features, Header, StringAttrs, StrsetReply,
};
use genl_families::wireguard::Wgdevice;
use genl_tests::fixtures::{self, Direction};

use crate::support::stored;

/// The kernel's id of `mptcp_pm` when it was recorded.
pub(crate) const MPTCP_PM: u16 = 28;
/// The sequence number of the recorded request.
pub(crate) const SEQUENCE: u32 = 109;

const ETHTOOL: &str = include_str!("../../families/tests/fixtures/ethtool-tool.txt");
const OVS: &str = include_str!("../../families/tests/fixtures/ovs.txt");
const WIREGUARD: &str = include_str!("../../families/tests/fixtures/wireguard.txt");

/// Returns a request that the kernel took: an endpoint of IPv4 with id, flags and interface.
pub(crate) fn add_addr() -> Vec<u8> {
    fixtures::bytes("in_kernel", "add-v4-full-id7", Direction::Tx)
}

/// Returns eight replies of a recorded dump, which had seven, in one datagram as the kernel sends them.
pub(crate) fn endpoints() -> Vec<u8> {
    let reply = fixtures::bytes("in_kernel", "dump-get-addr", Direction::Rx);
    let messages = Messages::new(&reply).flatten().cycle().take(8);
    messages
        .flat_map(|message| message.as_bytes().to_vec())
        .collect()
}

/// Returns a recorded event.
pub(crate) fn sub_established() -> Vec<u8> {
    let mut rows = fixtures::rows("userspace").into_iter();
    let event = rows.find(|row| row.direction == Direction::Event && row.bytes[16] == 10);
    event.expect("the event was recorded").bytes
}

/// Returns the recorded reply about `mptcp_pm`, with 50 operations.
pub(crate) fn family() -> Vec<u8> {
    let reply = fixtures::bytes("in_kernel", "ctrl-getfamily-mptcp_pm", Direction::Rx);
    let mut family: FamilyReply = decode(&reply[20..]);
    let recorded = family.ops.into_iter().cycle();
    let numbered = (1..=50).zip(recorded);
    family.ops = numbered.map(|(id, op)| OpAttrs { id, ..op }).collect();
    message(16, 1, &family)
}

/// Returns the features of a device: four bitsets, with the names that a kernel gave. The recorded reply is compact.
pub(crate) fn features() -> Vec<u8> {
    let strings: StrsetReply = decode(&stored(ETHTOOL, "features:rx:1"));
    let sets = strings.stringsets.expect("sets").stringset;
    let strings = sets.into_iter().flat_map(|set| set.strings);
    let strings = strings.flat_map(|strings| strings.string);
    let named = |string: &StringAttrs| string.value.as_deref() != Some("");
    let strings: Vec<_> = strings.filter(named).collect();
    let bit = |string: &StringAttrs, value| BitsetBit {
        index: string.index,
        name: string.value.clone(),
        value,
    };
    let bitset = |nomask, bit| Bitset {
        nomask,
        size: Some(64),
        bits: Some(BitsetBits { bit }),
        ..Bitset::default()
    };
    let all = strings.iter().map(|string| bit(string, true)).collect();
    let some = strings.iter().skip(1).step_by(2);
    let some: Vec<_> = some.map(|string| bit(string, false)).collect();
    let features = Features {
        header: Some(Header {
            dev_index: Some(3),
            dev_name: Some("eth-a".to_owned()),
            ..Header::default()
        }),
        hw: Some(bitset(false, all)),
        wanted: Some(bitset(true, some.clone())),
        active: Some(bitset(true, some.clone())),
        nochange: Some(bitset(true, some)),
    };
    message(21, 11, &features)
}

/// Returns a device with 100 peers: those of a C program's reply, again and again.
pub(crate) fn device() -> Vec<u8> {
    let mut device: Wgdevice = decode(&stored(WIREGUARD, "reply"));
    device.peers = device.peers.into_iter().cycle().take(100).collect();
    message(30, 0, &device)
}

/// Returns a C program's message: a flow in two VLANs and a tunnel, with mask and actions.
pub(crate) fn flow() -> Vec<u8> {
    stored(OVS, "flow-reply")
}

fn decode<S>(attributes: &[u8]) -> S
where
    S: AttributeSet + for<'a> AttributeSet<View<'a> = S>,
{
    S::decode(Attributes::new(attributes, 20)).expect("recorded bytes")
}

/// Returns a whole message of version 1.
fn message(kind: u16, command: u8, attributes: &impl AttributeSet) -> Vec<u8> {
    let attributes = attributes.to_bytes().expect("it fits");
    let length = u32::try_from(20 + attributes.len()).expect("it fits");
    let mut message = length.to_ne_bytes().to_vec();
    message.extend(kind.to_ne_bytes());
    message.extend([0; 10]);
    message.extend([command, 1, 0, 0]);
    message.extend(attributes);
    message
}
