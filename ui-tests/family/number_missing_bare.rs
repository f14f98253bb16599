use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op]
        fn flush();
    }
}

fn main() {}
