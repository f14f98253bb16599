//! genl's codecs beside those of other crates, over the same bytes, in one run. `tests/README.md` says how to run it.

mod by_number;
mod inputs;
mod neli;
mod netlink_bindings;
mod nlink;
mod ours;
mod rust_netlink;
#[path = "../../families/tests/bytes/support.rs"]
#[allow(dead_code)]
mod support;
mod table;

use genl::WithHeader;
use genl::mptcp_pm::{AddAddr, SubflowEvent};
use genl::nlctrl::FamilyReply;
use genl_families::ethtool::Features;
use genl_families::ovs::OvsHeader;
use genl_families::ovs::flow::FlowAttrs;
use genl_families::wireguard::Wgdevice;

use rust_netlink::values;
use table::{GENL, Row};

const NO_LISTS: &str = "its derives have no lists of nests";

/// Without arguments measures; `--list` prints rows and sides, and `--once ROW SIDE TIMES` runs one of them.
fn main() {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let mut rows = rows();
    match arguments[..] {
        [] => {
            table::head();
            rows.iter_mut().for_each(Row::measure);
        }
        ["--list"] => {
            for (row, side) in rows.iter().flat_map(Row::runs) {
                println!("{row}\t{side}");
            }
        }
        ["--once", row, side, times] => {
            let times = times.parse().expect("a number");
            let known = rows.iter_mut().any(|known| known.run(row, side, times));
            assert!(known, "no row `{row}` with a side `{side}`");
        }
        _ => panic!("expected no arguments, `--list`, or `--once ROW SIDE TIMES`"),
    }
}

fn rows() -> Vec<Row> {
    vec![
        add_addr(),
        endpoints(),
        sub_established(),
        family(),
        features(),
        device(),
        flow(),
    ]
}

fn add_addr() -> Row {
    let addr = ours::endpoint();
    let request = AddAddr::from(addr.clone());
    let own = nlink::Endpoint::from(addr.clone());
    Row::encode("add-addr", inputs::add_addr())
        .beside(GENL, request, ours::add_addr)
        .beside(neli::NAME, addr.clone(), neli::add_addr)
        .beside(nlink::NAME, own, nlink::add_addr)
        .beside(netlink_bindings::NAME, addr, netlink_bindings::add_addr)
        .without(rust_netlink::MPTCP, "it only asks for endpoints and limits")
        .done()
}

fn endpoints() -> Row {
    let own = |read: Vec<_>| read.into_iter().map(nlink::Endpoint::into).collect();
    Row::decode("dump-of-8", inputs::endpoints(), ours::endpoints)
        .beside(neli::NAME, neli::endpoints)
        .beside_own(nlink::NAME, nlink::endpoints, own)
        .beside(netlink_bindings::NAME, netlink_bindings::endpoints)
        .beside_own(
            rust_netlink::MPTCP,
            rust_netlink::endpoints,
            values::endpoints,
        )
        .done()
}

fn sub_established() -> Row {
    let genl = ours::message::<SubflowEvent>;
    Row::decode("sub-established", inputs::sub_established(), genl)
        .beside(neli::NAME, neli::message)
        .beside_own(nlink::NAME, nlink::sub_established, Into::into)
        .beside(netlink_bindings::NAME, netlink_bindings::sub_established)
        .refused(rust_netlink::MPTCP, rust_netlink::endpoints)
        .done()
}

fn family() -> Row {
    let genl = ours::message::<FamilyReply>;
    Row::decode("family-of-50-ops", inputs::family(), genl)
        .beside(neli::NAME, neli::message)
        .without(nlink::NAME, NO_LISTS)
        .beside(nlink::BY_ITERATOR, nlink::message)
        .beside(netlink_bindings::NAME, netlink_bindings::family)
        .beside_own(rust_netlink::GENERIC, rust_netlink::family, values::family)
        .done()
}

fn features() -> Row {
    let (bytes, genl) = (inputs::features(), ours::message::<Features>);
    let whole = genl(&bytes).expect("features");
    let own = move |read| values::features(read, whole);
    Row::decode("verbose-bitsets", bytes, genl)
        .beside(neli::NAME, neli::message)
        .without(nlink::NAME, NO_LISTS)
        .beside(nlink::BY_ITERATOR, nlink::message)
        .beside(netlink_bindings::NAME, netlink_bindings::features)
        .beside_own(rust_netlink::ETHTOOL, rust_netlink::features, own)
        .done()
}

fn device() -> Row {
    let genl = ours::message::<Wgdevice>;
    Row::decode("100-peers", inputs::device(), genl)
        .beside(neli::NAME, neli::message)
        .without(nlink::NAME, NO_LISTS)
        .beside(nlink::BY_ITERATOR, nlink::message)
        .beside(netlink_bindings::NAME, netlink_bindings::device)
        .beside_own(
            rust_netlink::WIREGUARD,
            rust_netlink::device,
            values::device,
        )
        .done()
}

fn flow() -> Row {
    let genl = ours::message::<WithHeader<OvsHeader, FlowAttrs>>;
    Row::decode("ovs-flow", inputs::flow(), genl)
        .beside(neli::NAME, neli::ovs_message)
        .without(nlink::NAME, NO_LISTS)
        .beside(nlink::BY_ITERATOR, nlink::ovs_message)
        .refused(
            netlink_bindings::BY_OPERATION,
            netlink_bindings::flow_by_operation,
        )
        .beside(netlink_bindings::NAME, netlink_bindings::flow)
        .without(rust_netlink::NAME, "it has no crate for Open vSwitch")
        .done()
}
