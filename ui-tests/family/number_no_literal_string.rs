use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op("flush")]
        fn flush();
    }
}

fn main() {}
