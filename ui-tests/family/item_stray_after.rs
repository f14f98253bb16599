use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1)]
        fn flush();
    }

    struct Flush;
}

fn main() {}
