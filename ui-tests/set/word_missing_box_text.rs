use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1)]
    name: Box<str>,
    #[attr(2)]
    address: Box<[u8]>,
    #[attr(3)]
    index: Option<Box<u32>>,
}

fn main() {}
