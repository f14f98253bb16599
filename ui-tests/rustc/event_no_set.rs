use genl::genl_family;

#[derive(Clone, Debug, PartialEq)]
struct Closed {
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
