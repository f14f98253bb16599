use genl::AttributeSet;

struct Address;

#[derive(AttributeSet)]
struct Service {
    #[attr(1)]
    af: u16,
    #[attr(2, with = Address, sibling = address)]
    address: [u8; 16],
}

fn main() {}
