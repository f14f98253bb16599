use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1)]
    name: str,
}

fn main() {}
