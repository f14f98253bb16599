use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        #[op(1)]
        fn events();
        #[event(1, group = EVENTS)]
        fn created();
    }
}

fn main() {}
