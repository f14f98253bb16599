use genl::{AttributeSet, genl_family};

#[derive(AttributeSet)]
struct Service {
    #[attr(1)]
    port: u16,
}

genl_family! {
    #[family(name = "IPVS")]
    trait Ipvs {
        #[op(16)]
        fn zero(request: Service);
        #[op(17, shape_of = zero)]
        fn zero_all();
        #[op(16, dump, shape_of = zero)]
        fn list() -> Service;
    }
}

fn main() {}
