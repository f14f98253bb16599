use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, nest)]
    below: Box<dyn std::fmt::Debug>,
}

fn main() {}
