//! netlink-bindings: iterators over attributes, generated from the kernel's YAML, which read one when it is asked for.
//!
//! A program that wants all values keeps them in types of its own; here they are genl's, filled in one pass over each iterator.
//! The crate's `get_*` start again for each attribute. netlink-socket2 reads and writes the header of a message as it is done
//! here, in functions of its own.

mod flow;
mod sets;

pub(crate) use flow::{flow, flow_by_operation};
pub(crate) use sets::{device, endpoints, family, features, sub_established};

use genl::mptcp_pm::Address;
use netlink_bindings::builtin::Nlmsghdr;
use netlink_bindings::mptcp_pm::Request;
use netlink_bindings::traits::NetlinkRequest;

use crate::inputs::{MPTCP_PM, SEQUENCE};
use crate::table::Answer;

pub(crate) const NAME: &str = "netlink-bindings";
pub(crate) const BY_OPERATION: &str = "netlink-bindings (OpGetDo)";

/// Writes header and payload into one buffer. netlink-socket2 has two, and sends both at once.
pub(crate) fn add_addr(address: &Address, out: &mut Vec<u8>) -> Answer<()> {
    out.clear();
    out.extend([0; Nlmsghdr::len()]);
    let mut request = Request::new_extend(out).op_add_addr_do();
    let mut addr = request.encode().nested_addr();
    if let Some(family) = address.family {
        addr = addr.push_family(u16::from(family));
    }
    if let Some(id) = address.id {
        addr = addr.push_id(id);
    }
    if let Some(addr4) = address.addr4 {
        addr = addr.push_addr4(addr4.to_bits());
    }
    if let Some(addr6) = address.addr6 {
        addr = addr.push_addr6(&addr6.octets());
    }
    if let Some(port) = address.port {
        addr = addr.push_port(port);
    }
    if let Some(flags) = address.flags {
        addr = addr.push_flags(flags.bits());
    }
    if let Some(if_idx) = address.if_idx {
        addr = addr.push_if_idx(if_idx);
    }
    addr.end_nested();
    let header = Nlmsghdr {
        len: u32::try_from(request.payload().len())?,
        r#type: MPTCP_PM,
        flags: request.flags() | 5,
        seq: SEQUENCE,
        pid: 0,
    };
    out[..Nlmsghdr::len()].copy_from_slice(header.as_slice());
    Ok(())
}

/// Returns the payload of the first message of a datagram, and the messages behind it.
fn split(datagram: &[u8]) -> Answer<(&[u8], &[u8])> {
    let header = datagram
        .get(..Nlmsghdr::len())
        .and_then(Nlmsghdr::new_from_slice);
    let length = header.ok_or("no header")?.len as usize;
    let payload = datagram
        .get(Nlmsghdr::len()..length)
        .ok_or("a length that is none")?;
    let rest = datagram.get(length.next_multiple_of(4)..);
    Ok((payload, rest.unwrap_or_default()))
}
