//! Names and indices of interfaces, compared with `ip`.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::ErrorKind;
use std::net::SocketAddr;

use genl::mptcp_pm::{
    Address, MptcpPmEvent as Event, SubflowCreate, interface_index, interface_name,
};
use genl_tests::ip;
use genl_tests::mptcp::{self, Connection};
use genl_tests::namespace::{IPV4, NetworkNamespace, Pair};
use serde_json::Value;

use crate::lab::{Outcome, Side, userspace};

/// Returns the names of all interfaces of this namespace, by index.
fn listed() -> Result<BTreeMap<i32, String>, Box<dyn Error>> {
    let listed: Vec<Value> = serde_json::from_str(&ip::run(&["-json", "link", "show"])?)?;
    let each = listed.iter().map(|link| {
        let index = link["ifindex"].as_i64().ok_or("no index")?;
        let name = link["ifname"].as_str().ok_or("no name")?;
        Ok((index.try_into()?, name.to_owned()))
    });
    each.collect()
}

/// A name may consist of digits that are the index of another interface.
pub(crate) fn names_of_digits_are_not_indices() -> Outcome {
    for [one, other] in [["3", "2"], ["1", "999999999999999"]] {
        let add = [
            "link", "add", "name", one, "type", "veth", "peer", "name", other,
        ];
        ip::run(&add)?;
    }
    let listed = listed()?;
    assert_eq!(listed.len(), 5, "{listed:?}");
    for (index, name) in &listed {
        assert_eq!(interface_index(name)?, *index, "{name}");
        assert_eq!(interface_name(*index)?, *name);
        let address = Address::from(IPV4[1]).interface(name)?;
        assert_eq!(address.if_idx, Some(*index));
    }
    assert_ne!(interface_index("1")?, 1);
    assert_eq!(interface_name(1)?, "lo");
    Ok(())
}

pub(crate) fn missing_interfaces_are_not_found() {
    for name in ["", "1", "lo\0", "no_such_link", "a_name_of_16_byte"] {
        let error = interface_index(name).expect_err("there is none");
        assert_eq!(error.kind(), ErrorKind::NotFound, "{name:?}: {error}");
        assert_eq!(
            error.to_string(),
            format!("no interface is called `{name}`")
        );
    }
    for index in [0, -1, 77, i32::MAX] {
        let error = interface_name(index).expect_err("there is none");
        assert_eq!(error.kind(), ErrorKind::NotFound, "{index}: {error}");
        assert_eq!(
            error.to_string(),
            format!("no interface has the index {index}")
        );
    }
}

/// The process is in another network namespace than the thread.
pub(crate) fn interfaces_are_those_of_the_calling_thread() -> Outcome {
    let pair = Pair::new()?;
    let [link, _] = Pair::LINKS;
    let index = pair.a.run(|| interface_index(link))?;
    assert_eq!(pair.a.run(|| interface_name(index))?, link);
    let error = interface_index(link).expect_err("it is not here");
    assert_eq!(error.kind(), ErrorKind::NotFound);
    Ok(())
}

/// The kernel refuses them without the interface.
pub(crate) fn subflows_between_link_local_addresses() -> Outcome {
    let pair = Pair::new()?;
    pair.a.run(userspace)?;
    let [link, _] = Pair::LINKS;
    let add = |namespace: &NetworkNamespace, address: &str| -> Result<SocketAddr, String> {
        let add = [
            "addr",
            "add",
            &format!("{address}/64"),
            "dev",
            link,
            "nodad",
        ];
        namespace
            .run(|| ip::run(&add))
            .map_err(|error| error.to_string())?;
        let zone = namespace.run(|| interface_index(link));
        let zone = zone.map_err(|error| error.to_string())?;
        format!("[{address}%{zone}]:0")
            .parse()
            .map_err(|_| "no address".to_owned())
    };
    let (here, there) = (add(&pair.a, "fe80::a")?, add(&pair.b, "fe80::b")?);
    let mut side = Side::open(&pair.a)?;
    let listener = pair.b.run(|| mptcp::listen(there))?;
    let mut server = there;
    server.set_port(listener.local_addr()?.port());
    let client = pair.a.run(|| mptcp::connect(server))?;
    let _connection = Connection::accept(listener, client)?;
    let token = side.expect("connection", |event| match event {
        Event::Established(event) => Some(event.token),
        _ => None,
    });
    let without = SubflowCreate::between(token, here.ip(), server);
    let refused = side.pm.subflow_create(&without).expect_err("no interface");
    assert_eq!(refused.raw_os_error(), Some(libc::EINVAL));
    side.pm
        .subflow_create(&SubflowCreate::between(token, here, server))?;
    let bound = side.expect("subflow", |event| match event {
        Event::SubEstablished(event) => event.if_idx,
        _ => None,
    });
    assert_eq!(Address::from(here).if_idx, Some(bound));
    Ok(())
}
