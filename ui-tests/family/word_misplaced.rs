use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(5, notify = get)]
        fn flush();
    }
}

fn main() {}
