use genl::{AttributeSet, genl_family};

#[derive(AttributeSet)]
struct Datapath {
    #[attr(1)]
    name: String,
}

genl_family! {
    #[family(name = "datapath", version = 1, header = u32)]
    trait Datapaths {
        #[op(1)]
        fn add(request: genl::WithHeader<u32, Datapath>);
    }
}

fn main() {}
