use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1)]
    index: _,
}

fn main() {}
