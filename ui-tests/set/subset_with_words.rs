use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(4)]
    token: Option<u32>,
    #[attr(5)]
    id: Option<u8>,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
struct Announce {
    #[attr(4, max = 3)]
    token: u32,
    #[attr(plain, name = "identifier")]
    id: u8,
}

fn main() {}
