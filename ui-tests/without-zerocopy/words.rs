//! Each description has one error, at the first word that needs the feature. Code that uses it has none.

use genl::{AttributeSet, WithHeader, genl_family};

#[derive(Clone, Debug, Default, PartialEq, genl::CStruct)]
#[repr(C)]
struct Key {
    port: u16,
    vlan: u16,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Flow {
    #[attr(1, c_struct)]
    key: Option<Key>,
    #[attr(2, array, c_struct)]
    keys: Vec<Key>,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Flow)]
struct FlowGet {
    key: Key,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
enum Action {
    #[attr(1)]
    Output(u32),
    #[attr(2, c_struct)]
    Hash(Key),
}

#[derive(Clone, Debug, Default, PartialEq)]
#[repr(C)]
struct OvsHeader {
    dp_ifindex: i32,
}

genl_family! {
    #[family(name = "ovs_flow", header = OvsHeader)]
    trait OvsFlow {
        const FLOWS: MulticastGroup = "ovs_flow";

        #[op(1, dump)]
        fn list(request: FlowGet) -> Flow;

        #[event(1, group = FLOWS)]
        fn added(event: Flow);
    }
}

genl_family! {
    #[family(name = "slots")]
    trait Slots {
        #[op(1)]
        fn get(request: FlowGet) -> Flow;
        #[op(2, header = OvsHeader)]
        fn bind(request: FlowGet);
        #[event(3, unicast, header = OvsHeader)]
        fn bound();
    }
}

fn main() -> Result<(), genl::Error> {
    let get = FlowGet { key: Key::default() };
    let request = WithHeader::new(OvsHeader::default(), get);
    for flow in OvsFlow::connect()?.list(&request)? {
        println!("{:?}", flow?.attributes);
    }
    Slots::connect()?.bind(&request)?;
    let actions = Vec::<Action>::from_bytes(&[]);
    println!("{actions:?} {:?}", OvsFlow::listen(&[OvsFlow::FLOWS])?.next()?);
    Ok(())
}
