use genl::AttributeSet;

const ADDR_ATTR_PORT: u16 = 5;

#[derive(AttributeSet)]
struct Address {
    #[attr(ADDR_ATTR_PORT)]
    port: u16,
}

fn main() {}
