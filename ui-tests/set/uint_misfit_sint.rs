use genl::AttributeSet;

#[derive(AttributeSet)]
struct Counter {
    #[attr(1, sint)]
    value: u64,
}

fn main() {}
