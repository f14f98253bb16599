use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Service {
    #[attr(1)]
    port: u16,
}

genl_family! {
    #[family(name = "IPVS")]
    trait Ipvs {
        #[op(16, header = ())]
        fn zero(request: Service);
        #[event(1, unicast, header = ())]
        fn zeroed(event: Service);
    }
}

fn main() {}
