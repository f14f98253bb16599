use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1)]
        #[event(1, unicast)]
        fn flush();
    }
}

fn main() {}
