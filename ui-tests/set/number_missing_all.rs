use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(1)]
    index: u32,
}

#[derive(AttributeSet)]
struct Get {
    index: u32,
    name: Option<String>,
}

fn main() {}
