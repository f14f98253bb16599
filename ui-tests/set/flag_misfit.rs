use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, flag)]
    up: u8,
}

fn main() {}
