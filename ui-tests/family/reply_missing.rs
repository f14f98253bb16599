use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(5, dump)]
        fn list();
    }
}

fn main() {}
