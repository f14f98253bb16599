use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(4)]
    token: Option<u32>,
    #[attr(5, flag)]
    up: bool,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
enum Part {
    Token(u32),
    #[attr(5, flag)]
    Up,
}

fn main() {}
