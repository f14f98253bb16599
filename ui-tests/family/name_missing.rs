use genl::genl_family;

genl_family! {
    trait Pm {
        #[op(1)]
        fn flush();
    }
}

fn main() {}
