use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(1, nest)]
    inner: Vec<Part>,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
enum Part {
    Inner(Box<Part>),
}

fn main() {}
