use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, nest)]
    below: impl AttributeSet,
}

fn main() {}
