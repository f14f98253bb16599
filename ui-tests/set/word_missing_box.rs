use genl::AttributeSet;

#[derive(AttributeSet)]
struct Node {
    #[attr(1)]
    next: Option<Box<Node>>,
}

fn main() {}
