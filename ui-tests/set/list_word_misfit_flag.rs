use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, flag, multi)]
    up: bool,
}

fn main() {}
