use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(5, lax = true)]
        fn flush();
    }
}

fn main() {}
