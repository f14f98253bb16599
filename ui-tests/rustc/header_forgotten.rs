use genl::{AttributeSet, CStruct, Channel, genl_family};
use zerocopy::{FromBytes, Immutable, IntoBytes};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Flow {
    #[attr(1)]
    key: u32,
}

#[derive(FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
struct Header {
    ifindex: u32,
}

genl_family! {
    #[family(name = "ovs_flow", header = Header)]
    trait OvsFlow {
        #[op(1)]
        fn add(request: Flow);
    }
}

fn add<C: Channel>(flows: &mut OvsFlow<C>) {
    flows.add(&Flow { key: 1 });
}

fn main() {}
