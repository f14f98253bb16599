//! rust-netlink: a crate for each family, which reads attributes into lists of enums.
//!
//! `genetlink` carries these messages, and copies each once more on its way (`RawGenlMessage`). The copy is not measured.

pub(crate) mod values;

use std::fmt::Debug;

use ethtool::EthtoolMessage;
use mptcp_pm::MptcpPathManagerMessage;
use netlink_packet_core::{NetlinkMessage, NetlinkPayload, ParseableParametrized};
use netlink_packet_generic::ctrl::GenlCtrl;
use netlink_packet_generic::{GenlHeader, GenlMessage};
use netlink_packet_wireguard::WireguardMessage;

use crate::table::Answer;

pub(crate) const NAME: &str = "rust-netlink";
pub(crate) const MPTCP: &str = "mptcp-pm";
pub(crate) const GENERIC: &str = "netlink-packet-generic";
pub(crate) const ETHTOOL: &str = "ethtool (loses bit 0)";
pub(crate) const WIREGUARD: &str = "netlink-packet-wireguard";

fn message<M>(bytes: &[u8]) -> Answer<(M, usize)>
where
    M: ParseableParametrized<[u8], GenlHeader> + Debug,
{
    let message = NetlinkMessage::<GenlMessage<M>>::deserialize(bytes)?;
    let NetlinkPayload::InnerMessage(inner) = message.payload else {
        return Err("no message of a family".into());
    };
    Ok((inner.payload, message.header.length as usize))
}

pub(crate) fn endpoints(datagram: &[u8]) -> Answer<Vec<MptcpPathManagerMessage>> {
    let (mut endpoints, mut rest) = (Vec::new(), datagram);
    while !rest.is_empty() {
        let (endpoint, length) = message(rest)?;
        endpoints.push(endpoint);
        rest = &rest[length.next_multiple_of(4)..];
    }
    Ok(endpoints)
}

pub(crate) fn family(datagram: &[u8]) -> Answer<GenlCtrl> {
    Ok(message(datagram)?.0)
}

pub(crate) fn features(datagram: &[u8]) -> Answer<EthtoolMessage> {
    Ok(message(datagram)?.0)
}

pub(crate) fn device(datagram: &[u8]) -> Answer<WireguardMessage> {
    Ok(message(datagram)?.0)
}
