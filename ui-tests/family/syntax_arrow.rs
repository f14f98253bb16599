use genl::{AttributeSet, genl_family};

#[derive(AttributeSet)]
struct Dev {
    #[attr(1)]
    index: u32,
}

genl_family! {
    #[family(name = "netdev")]
    trait Netdev {
        #[op(1)]
        fn get() => Dev;
        #[op(2)]
        fn first() Dev;
    }
}

fn main() {}
