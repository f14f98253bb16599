use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(2, max =)]
    id: u8,
}

fn main() {}
