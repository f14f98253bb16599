use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Closed {
    #[attr(1)]
    token: u32,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        #[event(2, group = EVENTS)]
        fn closed(event: Closed, token: Closed);
    }
}

fn main() {}
