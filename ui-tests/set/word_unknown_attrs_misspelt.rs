use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(subset = Attr)]
struct Announce {
    #[attr(1)]
    token: u32,
}

fn main() {}
