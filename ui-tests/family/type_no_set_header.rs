use genl::{AttributeSet, CStruct, genl_family};
use zerocopy::{FromBytes, Immutable, IntoBytes};

#[derive(Clone, Copy, Debug, Default, PartialEq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
struct Head {
    ifindex: u32,
}

#[derive(AttributeSet)]
struct Datapath {
    #[attr(1)]
    name: String,
}

genl_family! {
    #[family(name = "datapath", version = 1, header = Head)]
    trait Datapaths {
        #[op(1)]
        fn add(request: genl::WithHeader<Head, Datapath>);
    }
}

fn main() {}
