use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[event(group = "pm_events")]
        const EVENTS: MulticastGroup = "pm_events";
        #[event(1, group = EVENTS)]
        fn closed();
    }
}

fn main() {}
