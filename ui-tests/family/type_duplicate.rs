use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct PmEvent {
    #[attr(2)]
    subflows: u32,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const EVENTS: MulticastGroup = "events";
        #[op(1)]
        fn get() -> PmEvent;
        #[event(1, group = EVENTS)]
        fn created(event: PmEvent);
    }
}

fn main() {}
