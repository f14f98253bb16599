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
        fn get(Dev) -> Dev;
        #[op(2)]
        fn set(Dev request);
        #[op(3)]
        fn reset(..);
    }
}

fn main() {}
