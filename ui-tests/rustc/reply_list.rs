use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Device {
    #[attr(1)]
    index: u32,
}

genl_family! {
    #[family(name = "test")]
    trait Test {
        #[op(1)]
        fn list() -> Vec<Device>;
    }
}

fn main() {}
