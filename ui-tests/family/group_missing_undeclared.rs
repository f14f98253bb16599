use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[event(1)]
        fn created();
    }
}

fn main() {}
