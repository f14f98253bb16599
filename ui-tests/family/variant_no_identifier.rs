use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[event(1, unicast)]
        fn _2g();
    }
}

fn main() {}
