use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1)]
    up: bool,
}

fn main() {}
