use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(2, max(8))]
    id: u8,
}

fn main() {}
