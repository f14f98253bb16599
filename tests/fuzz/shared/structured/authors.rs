//! Payloads that codecs of authors write, and which their descriptions do not tell wholly.

use std::net::{IpAddr, SocketAddr, SocketAddrV6};

use genl::description::{Attribute, AttributeSet};

use super::choices::{Choices, octets};
use super::payload::Valued;

/// What the codecs of one set agree on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside {
    is_ipv6: bool,
}

/// Whether an attribute has to be there for others.
pub(super) fn is_needed(set: &AttributeSet, attribute: &Attribute) -> bool {
    depend(set) && attribute.name == "addr-family"
}

/// Whether attributes of a set are read by the value of another.
pub(super) fn depend(set: &AttributeSet) -> bool {
    let path = set.rust_type.path();
    ["ipvs::Service", "ipvs::ServiceKey", "ipvs::Dest"]
        .iter()
        .any(|end| path.ends_with(end))
}

impl Beside {
    pub(super) fn new(choices: &mut Choices<'_>) -> Self {
        let is_ipv6 = choices.chance();
        Self { is_ipv6 }
    }

    /// The payload of an attribute with such a codec, or of one that such a codec looks at.
    pub(super) fn payload(
        self,
        set: &AttributeSet,
        attribute: &Attribute,
        choices: &mut Choices<'_>,
    ) -> Option<Valued> {
        let family: u16 = if self.is_ipv6 { 10 } else { 2 };
        let path = set.rust_type.path().rsplit_once("::");
        let (module, name) = path.unwrap_or_default();
        let module = module.rsplit("::").next().unwrap_or_default();
        Some(match (module, name, attribute.name) {
            ("ipvs", "Service" | "ServiceKey", "af") | ("ipvs", "Dest", "addr-family") => {
                Valued::new(family.to_ne_bytes(), &family)
            }
            ("ipvs", "Service" | "ServiceKey" | "Dest", "addr") => {
                let ip = choices.ip(self.is_ipv6);
                let mut bytes = octets(ip);
                bytes.resize(16, 0);
                Valued::new(bytes, &ip)
            }
            ("ipvs", "Service", "netmask") if self.is_ipv6 => {
                let prefix = u32::from(choices.byte());
                Valued::new(prefix.to_ne_bytes(), &format_args!("V6({prefix})"))
            }
            ("ipvs", "Service", "netmask") => {
                let mask = choices.ip(self.is_ipv6);
                Valued::new(octets(mask), &format_args!("V4({mask})"))
            }
            ("wireguard", "Wgpeer", "endpoint") => self.socket(choices),
            ("stats", "StatsGrp", "stat") => {
                let (number, value) = (choices.half() % 0x4000, u64::from(choices.half()));
                let mut bytes = [12, number].map(u16::to_ne_bytes).concat();
                bytes.extend(value.to_ne_bytes());
                let words = vec![number.to_string(), value.to_string()];
                Valued { bytes, words }
            }
            _ => return None,
        })
    }

    /// `struct sockaddr_in` or `struct sockaddr_in6`.
    fn socket(self, choices: &mut Choices<'_>) -> Valued {
        let (ip, port) = (choices.ip(self.is_ipv6), choices.half());
        match ip {
            IpAddr::V4(_) => {
                let head = [2_u16.to_ne_bytes(), port.to_be_bytes()].concat();
                let bytes = [head, octets(ip), vec![0; 8]].concat();
                Valued::new(bytes, &SocketAddr::new(ip, port))
            }
            IpAddr::V6(six) => {
                let (flow, scope) = (u32::from(choices.byte()), u32::from(choices.byte()));
                let head = [10_u16.to_ne_bytes(), port.to_be_bytes()].concat();
                let [flow_bytes, scope_bytes] = [flow, scope].map(u32::to_ne_bytes);
                let bytes = [&head, &flow_bytes[..], &octets(ip), &scope_bytes].concat();
                Valued::new(bytes, &SocketAddrV6::new(six, port, flow, scope))
            }
        }
    }
}
