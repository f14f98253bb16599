use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(pad = 9)]
struct Attr {
    #[attr(4)]
    token: Option<u32>,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
struct Announce {
    TOKEN: u32,
}

fn main() {}
