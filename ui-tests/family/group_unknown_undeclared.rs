use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[event(2, group = EVENTS)]
        fn closed();
    }
}

fn main() {}
