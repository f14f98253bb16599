use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(2, min = 8, max = 1)]
    id: u8,
}

fn main() {}
