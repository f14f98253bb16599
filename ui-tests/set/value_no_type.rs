use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(4)]
    token: Option<u32>,
}

#[derive(AttributeSet)]
#[attrs(subset_of = "Attr")]
struct Announce {
    token: u32,
}

fn main() {}
