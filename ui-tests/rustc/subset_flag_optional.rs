use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(4, flag)]
    up: bool,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
struct Announce {
    up: Option<bool>,
}

fn main() {}
