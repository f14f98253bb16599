use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Limits {
    #[attr(2)]
    subflows: u32,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1, dmup)]
        fn set_limits(request: Limits);
    }
}

// Only the word has a mistake: code that uses the operation has none.
fn main() -> Result<(), genl::Error> {
    let _ = Pm::SET_LIMITS;
    Pm::connect()?.set_limits(&Limits { subflows: 1 })
}
