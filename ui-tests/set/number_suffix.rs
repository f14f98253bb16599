use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5u8)]
    port: u16,
    #[attr(300u8)]
    id: u8,
}

fn main() {}
