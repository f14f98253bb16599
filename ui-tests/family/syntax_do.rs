use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Limits {
    #[attr(2)]
    subflows: u32,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[do(1)]
        fn get() -> Limits;
    }
}

fn main() {}
