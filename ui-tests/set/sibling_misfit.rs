use genl::AttributeSet;

#[derive(AttributeSet)]
struct Service {
    #[attr(1)]
    af: u16,
    #[attr(2, sibling = af)]
    address: [u8; 16],
}

fn main() {}
