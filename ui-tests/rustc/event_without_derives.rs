use genl::{AttributeSet, genl_family};

#[derive(AttributeSet)]
struct Closed {
    #[attr(1)]
    token: u32,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        #[event(1, group = EVENTS)]
        fn closed(event: Closed);
    }
}

fn main() {}
