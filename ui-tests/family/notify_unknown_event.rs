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
        #[event(1, group = EVENTS)]
        fn changed(event: Limits);
        #[event(2, group = EVENTS, notify = changed)]
        fn moved();
    }
}

fn main() {}
