use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(1)]
    family: u16,
    #[attr(2)]
    id: u8,
    #[attr(1)]
    port: u16,
}

fn main() {}
