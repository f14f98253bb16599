use genl::genl_family;

struct Limits {
    subflows: u8,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1)]
        fn get() -> Limits;
        #[op(1, dump)]
        fn list() -> Limits;
    }
}

fn main() {}
