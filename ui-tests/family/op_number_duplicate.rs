use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(5)]
        fn flush();
        #[op(5)]
        fn set();
    }
}

fn main() {}
