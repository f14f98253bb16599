use genl::{AttributeSet, Channel, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Flow {
    #[attr(1)]
    key: u32,
}

genl_family! {
    #[family(name = "ovs_flow", header = u32)]
    trait OvsFlow {
        #[op(1)]
        fn add(request: Flow);
    }
}

fn add<C: Channel>(flows: &mut OvsFlow<C>) {
    flows.add(&Flow { key: 1 });
}

fn main() {}
