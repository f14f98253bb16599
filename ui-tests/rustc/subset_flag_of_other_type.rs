use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(4)]
    up: Option<u8>,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
struct Announce {
    up: bool,
}

fn main() {}
