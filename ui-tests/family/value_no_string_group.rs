use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const EVENTS: MulticastGroup = 5;
        #[event(1, group = EVENTS)]
        fn closed();
    }
}

fn main() {}
