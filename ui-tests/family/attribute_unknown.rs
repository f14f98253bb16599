use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[operation(1)]
        fn flush();
    }
}

fn main() {}
