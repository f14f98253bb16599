use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, flag)]
    up: Option<bool>,
}

fn main() {}
