//! Sets without fields, and families with operations or events alone.
#![deny(warnings)]

use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
pub struct Unit;

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
pub struct Braces {}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(pad = 3)]
pub struct Pad {}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
pub struct Rest {
    #[attr(unknown)]
    pub rest: Vec<genl::UnknownAttribute>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(subset_of = Rest)]
pub struct Subset {}

genl_family! {
    #[family(name = "operations")]
    pub trait Operations {
        #[op(1)]
        fn get(request: Unit) -> Braces;
    }
}

genl_family! {
    #[family(name = "events")]
    pub trait Events {
        const EVENTS: MulticastGroup = "events";
        #[event(1, group = EVENTS)]
        fn changed(event: Rest);
    }
}

fn main() {
    assert!(Operations::DESCRIPTION.events.is_empty());
    assert!(Events::DESCRIPTION.operations.is_empty());
    let _ = (Unit, Braces {}, Pad {}, Rest::default(), Subset {});
}
