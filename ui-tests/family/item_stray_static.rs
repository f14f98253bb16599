use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        static EVENTS: MulticastGroup = "pm_events";
        #[op(1)]
        fn flush();
    }
}

fn main() {}
