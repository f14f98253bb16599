//! Another crate re-exports `genl`, and has a macro that uses it.
#![deny(warnings)]

use genl_ui_tests::netlink::{self, AttributeSet as _};
use genl_ui_tests::{Link, point};

point! {
    /// A point.
    pub struct Point {
        x: u8 = 1,
        y: Option<u16> = 2,
    }
}

#[derive(Clone, Debug, PartialEq, netlink::AttributeSet)]
#[attrs(subset_of = genl_ui_tests::Link, crate = "netlink")]
pub struct Less {
    pub index: u32,
    pub queues: Vec<genl_ui_tests::Queue>,
}

netlink::genl_family! {
    #[family(name = "points", crate = "genl_ui_tests::netlink")]
    pub trait Points {
        #[op(1)]
        fn get(request: Less) -> Point;
        #[op(2)]
        fn link() -> Link;
    }
}

fn main() {
    assert_eq!(Point::DESCRIPTION.attributes.len(), 2);
    assert_eq!(Points::GET.operation().name, "get");
}
