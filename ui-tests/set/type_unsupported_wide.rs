use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1)]
    bytes: u128,
}

fn main() {}
