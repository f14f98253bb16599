use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        const AGAIN: MulticastGroup = "pm_events";
        #[event(1, group = EVENTS)]
        fn closed();
        #[event(2, group = AGAIN)]
        fn opened();
    }
}

fn main() {}
