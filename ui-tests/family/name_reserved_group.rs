use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const FAMILY: MulticastGroup = "pm_events";
        #[event(1, group = FAMILY)]
        fn closed();
    }
}

fn main() {}
