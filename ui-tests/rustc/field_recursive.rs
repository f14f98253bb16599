use genl::AttributeSet;

#[derive(AttributeSet)]
struct Node {
    #[attr(1, nest)]
    next: Option<Node>,
}

fn main() {}
