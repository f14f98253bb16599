use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(subset_of = Atr<'a>)]
struct Announce<'a> {
    token: u32,
    name: &'a str,
}

#[derive(AttributeSet)]
#[attrs(subset_of = attr::Attr)]
enum Part {
    Token(u32),
}

fn main() {}
