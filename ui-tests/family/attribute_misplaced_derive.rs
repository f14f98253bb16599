use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    #[derive(Clone, Debug)]
    trait Pm {
        #[op(1)]
        fn flush();
    }
}

fn main() {}
