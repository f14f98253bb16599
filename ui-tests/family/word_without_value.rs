use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Limits {
    #[attr(2)]
    subflows: u32,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        #[op(1)]
        fn get_limits() -> Limits;
        #[event(2, group = EVENTS, notify)]
        fn changed();
    }
}

fn main() {}
