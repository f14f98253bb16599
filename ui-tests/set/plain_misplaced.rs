use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(4, plain)]
    token: Option<u32>,
}

fn main() {}
