//! Prints answers and events for people.

use std::io::{self, Write};

use genl::mptcp_pm::{EndpointReply, Limits, MptcpPmEvent};

use crate::described::Described;

pub(crate) fn limits(out: &mut impl Write, limits: Limits) -> io::Result<()> {
    writeln!(out, "Limits")?;
    writeln!(out, "  subflows beside the first: {}", limits.subflows)?;
    writeln!(
        out,
        "  announced addresses accepted: {}\n",
        limits.rcv_add_addrs
    )
}

pub(crate) fn endpoints(out: &mut impl Write, endpoints: &[EndpointReply]) -> io::Result<()> {
    writeln!(out, "Endpoints")?;
    writeln!(
        out,
        "  {:>3}  {:<16} {:>5}  {:<10} {:>9}",
        "id", "address", "port", "flags", "interface"
    )?;
    for EndpointReply { addr } in endpoints {
        writeln!(
            out,
            "  {:>3}  {:<16} {:>5}  {:<10} {:>9}",
            or_dash(addr.id),
            or_dash(addr.ip()),
            or_dash(addr.port.filter(|port| *port != 0)),
            addr.flags.unwrap_or_default(),
            or_dash(addr.if_idx),
        )?;
    }
    writeln!(out)
}

pub(crate) fn event(out: &mut impl Write, event: &MptcpPmEvent) -> io::Result<()> {
    writeln!(out, "  {}", Described::new(event))
}

fn or_dash(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}
