use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const EVENTS: MulticastGroup = MulticastGroup::new("pm_events");
        #[event(1, group = EVENTS)]
        fn created();
    }
}

fn main() {}
