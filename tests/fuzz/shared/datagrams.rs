//! Datagrams: messages and attributes by their iterators, and `genl::inspect` by the descriptions of all families.

use std::fmt::Write;

use genl::Attributes;
use genl::description::Family;
use genl::inspect::{Direction, Inspector};
use genl::mptcp_pm::MptcpPm;
use genl::nlctrl::Nlctrl;
use genl::wire::Messages;
use genl_families as families;

use super::{MESSAGE, limited};

/// The families, each with an id that fixtures use: several share 28 there, so that the first byte of the input picks one.
const FAMILIES: [&Family; 10] = [
    MptcpPm::DESCRIPTION,
    Nlctrl::DESCRIPTION,
    families::devlink::DevlinkFamily::DESCRIPTION,
    families::ethtool::Ethtool::DESCRIPTION,
    families::netdev::Netdev::DESCRIPTION,
    families::ovs::datapath::OvsDatapath::DESCRIPTION,
    families::ovs::flow::OvsFlow::DESCRIPTION,
    families::tcp_metrics::TcpMetricsFamily::DESCRIPTION,
    families::thermal::Thermal::DESCRIPTION,
    families::wireguard::Wireguard::DESCRIPTION,
];

/// The first byte picks the family with the id 28, and whether it is known which way the datagram went.
pub(crate) fn run(bytes: &[u8]) {
    let Some((first, datagram)) = bytes.split_first() else {
        return;
    };
    if datagram.len() > MESSAGE {
        return;
    }
    limited("iterators", || iterate(datagram));
    let place = usize::from(*first);
    let family = FAMILIES[place % FAMILIES.len()];
    let direction = match place / FAMILIES.len() % 3 {
        0 => Direction::Unknown,
        1 => Direction::ToKernel,
        _ => Direction::FromKernel,
    };
    let mut inspector = Inspector::default().with_id(family, 28);
    inspector.follow(datagram, direction);
    let tree = limited("inspect", || inspector.inspect(datagram, direction));
    let mut text = String::new();
    write!(text, "{tree}").expect("a string takes all");
    assert!(datagram.is_empty() || !text.is_empty());
    inspector.inspect_headers(datagram, direction);
}

/// Walks all messages, and their attributes as if all were nests.
fn iterate(datagram: &[u8]) {
    let mut length = 0;
    for message in Messages::new(datagram).map_while(Result::ok) {
        length += message.as_bytes().len();
        if let Ok((_, attributes)) = message.generic() {
            walk(attributes, 0);
        }
    }
    assert!(length <= datagram.len(), "messages do not overlap");
}

fn walk(attributes: Attributes<'_>, depth: usize) {
    let whole = attributes.as_bytes().len();
    let mut length = 0;
    for attribute in attributes.map_while(Result::ok) {
        length += attribute.payload().len() + 4;
        if let (Ok(inner), 0..4) = (attribute.nest(), depth) {
            walk(inner, depth + 1);
        }
    }
    assert!(length <= whole, "attributes do not overlap");
}
