use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[cfg(any())]
        const EVENTS: MulticastGroup = "pm_events";
        const OTHERS: MulticastGroup = "pm_others";
        #[event(1, group = EVENTS)]
        fn opened();
        #[event(2, group = OTHERS)]
        fn closed();
    }
}

fn main() {}
