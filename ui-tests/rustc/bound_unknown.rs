use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(2, max = LIMIT)]
    id: u8,
}

fn main() {}
