use genl::AttributeSet;

const NAME: &str = "8";

#[derive(AttributeSet)]
struct Address {
    #[attr(2, max = NAME)]
    id: u8,
}

fn main() {}
