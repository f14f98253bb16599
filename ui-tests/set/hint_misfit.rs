use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, display_hint = mac)]
    name: String,
}

fn main() {}
