use genl::genl_family;

#[derive(Clone, Debug, PartialEq, genl::AttributeSet)]
struct Limits {
    #[attr(2)]
    subflows: u32,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1, reply = Limits)]
        fn get() -> Limits;
    }
}

fn main() {}
