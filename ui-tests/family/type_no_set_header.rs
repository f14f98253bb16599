use genl::{AttributeSet, WithHeader, genl_family};

#[derive(AttributeSet)]
struct Datapath {
    #[attr(1)]
    name: String,
}

genl_family! {
    #[family(name = "datapath", version = 1, header = u32)]
    trait Datapaths {
        #[op(1)]
        fn add(request: WithHeader<u32, Datapath>);
    }
}

fn main() {}
