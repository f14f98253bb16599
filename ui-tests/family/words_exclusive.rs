use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Scan {
    #[attr(1)]
    index: u32,
}

genl_family! {
    #[family(name = "radios")]
    trait Radios {
        #[op(1, dump, multi)]
        fn scan() -> Scan;
    }
}

fn main() {}
