use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1)]
    length: usize,
}

fn main() {}
