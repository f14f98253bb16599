use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(1,, max = 8)]
    id: u8,
}

fn main() {}
