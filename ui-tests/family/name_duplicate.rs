use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1)]
        fn flush();
        #[op(2, name = "flush")]
        fn flush_all();
    }
}

fn main() {}
