use genl::genl_family;

genl_family! {
    #[family(name = "öpm")]
    trait Pm {
        #[op(1)]
        fn clear();
    }
}

fn main() {}
