use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(1)]
    id: u8,
    port: u16,
}

fn main() {}
