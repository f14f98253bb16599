use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(4, multi)]
    tokens: Vec<u32>,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
struct Announce {
    tokens: Option<Vec<u32>>,
}

fn main() {}
