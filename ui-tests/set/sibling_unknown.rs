use genl::AttributeSet;

struct Address;

#[derive(AttributeSet)]
struct Service {
    #[attr(1)]
    family: u16,
    #[attr(2, with = Address, sibling = famliy)]
    address: [u8; 16],
}

fn main() {}
