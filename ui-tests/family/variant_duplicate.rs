use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        #[event(1, group = EVENTS)]
        fn sub_closed();
        #[event(2, group = EVENTS)]
        fn sub__closed();
    }
}

fn main() {}
