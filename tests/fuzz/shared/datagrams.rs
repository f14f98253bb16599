//! Datagrams: messages and attributes by their iterators, and `genl::inspect` by the descriptions of all families.

use std::fmt::{self, Write};

use genl::Attributes;
use genl::description::Family;
use genl::inspect::{Direction, Inspector, Tree};
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
    limited("follow", || drop(inspector.follow(datagram, direction)));
    let shown = limited("inspect", || show(&inspector.inspect(datagram, direction)));
    let headers = || show(&inspector.inspect_headers(datagram, direction));
    assert_eq!(shown == 0, limited("headers", headers) == 0);
    assert!(datagram.is_empty() || shown > 0);
}

/// Prints a tree, keeps nothing of it, and returns how many bytes it has.
pub(super) fn show(tree: &Tree<'_>) -> usize {
    let mut length = Length(0);
    write!(length, "{tree}").expect("there is no bound");
    length.0
}

/// Counts the bytes of a text.
struct Length(usize);

impl fmt::Write for Length {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.len();
        Ok(())
    }
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
