use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(4)]
    token: Option<u32>,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
struct Announce {
    #[attr(4)]
    token: u32,
}

fn main() {}
