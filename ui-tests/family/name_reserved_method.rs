use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1)]
        fn new();
        #[op(2)]
        fn connect();
    }
}

fn main() {}
