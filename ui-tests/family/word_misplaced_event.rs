use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        #[event(2, group = EVENTS, admin_perm)]
        fn closed();
    }
}

fn main() {}
