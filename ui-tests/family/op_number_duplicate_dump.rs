use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Limits {
    #[attr(2)]
    subflows: u32,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(5)]
        fn get() -> Limits;
        #[op(5, dump)]
        fn list() -> Limits;
        #[op(5, dump)]
        fn all() -> Limits;
    }
}

fn main() {}
