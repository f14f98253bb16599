use genl::genl_family;

struct Add {
    id: u8,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1)]
        fn add(request: Add);
    }
}

fn main() {}
