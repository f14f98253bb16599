use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(subset_of)]
struct Announce {
    token: u32,
}

fn main() {}
