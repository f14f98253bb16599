use genl::AttributeSet;

struct Attr {
    token: Option<u32>,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
struct Announce {
    token: u32,
}

fn main() {}
