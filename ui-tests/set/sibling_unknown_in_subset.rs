use genl::AttributeSet;

struct Union;

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
    #[attr(with = Union, sibling = af)]
    address: [u8; 4],
}

fn main() {}
