use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Limits {
    #[attr(2)]
    subflows: u32,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1)]
        fn PM_CMD_GET() -> Limits;
        #[op(2)]
        fn __() -> Limits;
    }
}

fn main() {}
