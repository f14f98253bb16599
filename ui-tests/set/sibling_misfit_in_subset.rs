use genl::AttributeSet;

#[derive(AttributeSet)]
struct Service {
    #[attr(1)]
    af: u16,
    #[attr(2)]
    address: [u8; 4],
}

#[derive(AttributeSet)]
#[attrs(subset_of = Service)]
struct Key {
    af: u16,
    #[attr(sibling = af)]
    address: [u8; 4],
}

fn main() {}
