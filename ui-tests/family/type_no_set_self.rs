use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Dev {
    #[attr(1)]
    index: u32,
}

genl_family! {
    #[family(name = "netdev")]
    trait Netdev {
        #[op(1)]
        fn get(request: Dev) -> Self;
        #[event(2, unicast)]
        fn changed(event: Self);
    }
}

fn main() {}
