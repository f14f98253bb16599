use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(4, flag)]
    up: bool,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
enum Part {
    Up(),
}

fn main() {}
