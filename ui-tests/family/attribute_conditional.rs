use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Limits {
    #[attr(2)]
    subflows: u32,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[cfg_attr(unix, op(1))]
        #[cfg_attr(not(unix), op(2))]
        fn get() -> Limits;
    }
}

fn main() {}
