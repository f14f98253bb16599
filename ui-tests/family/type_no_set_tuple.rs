use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1)]
        fn set(request: (u32, u32));
    }
}

fn main() {}
