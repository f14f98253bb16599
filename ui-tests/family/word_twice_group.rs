use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        const SCANS: MulticastGroup = "scans";
        #[event(2, group = EVENTS, group = SCANS)]
        fn closed();
    }
}

fn main() {}
