use genl::AttributeSet;

struct Address;

#[derive(AttributeSet)]
struct Service {
    #[attr(1)]
    af: u16,
    #[attr(2, multi, with = Address, sibling = af)]
    addresses: Vec<[u8; 16]>,
}

fn main() {}
