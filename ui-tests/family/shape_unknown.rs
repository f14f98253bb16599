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
        #[op(16, shape_of = zreo)]
        fn zero_all();
        #[op(17, shape_of = flush)]
        fn flush_all(request: Service);
        #[op(17)]
        fn flush();
    }
}

fn main() {}
