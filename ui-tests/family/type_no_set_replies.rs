use genl::{AttributeSet, genl_family};

#[derive(AttributeSet)]
struct Address {
    #[attr(1)]
    id: u8,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1, dump)]
        fn list() -> Replies<Address>;
    }
}

fn main() {}
