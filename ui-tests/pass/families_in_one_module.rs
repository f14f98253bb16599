//! Two families in one module, with items of the same names.
#![deny(warnings)]

use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct Limits {
    #[attr(1)]
    pub subflows: Option<u32>,
}

genl_family! {
    #[family(name = "first")]
    pub trait First {
        const EVENTS: MulticastGroup = "events";
        #[op(1)]
        fn get(request: Limits) -> Limits;
        #[event(1, group = EVENTS)]
        fn changed(event: Limits);
    }
}

genl_family! {
    #[family(name = "second", version = 2)]
    pub trait Second {
        const EVENTS: MulticastGroup = "events";
        #[op(1)]
        fn get(request: Limits) -> Limits;
        #[event(1, group = EVENTS)]
        fn changed(event: Limits);
    }
}

fn main() {
    assert_eq!(First::FAMILY.name(), "first");
    assert_eq!(Second::FAMILY.name(), "second");
    assert_eq!(Second::EVENTS.family(), Second::FAMILY);
    let _ = (
        FirstEvent::Changed(Limits { subflows: None }),
        SecondEvent::Changed(Limits { subflows: None }),
    );
}
