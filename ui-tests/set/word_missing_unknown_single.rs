use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(1)]
    id: u8,
    #[attr(2)]
    rest: genl::UnknownAttribute,
}

fn main() {}
