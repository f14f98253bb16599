use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(4)]
    token: Option<u32>,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
enum Part {}

#[derive(AttributeSet)]
struct Announce {
    #[attr(1, nest)]
    parts: Vec<Part>,
}

fn main() {}
