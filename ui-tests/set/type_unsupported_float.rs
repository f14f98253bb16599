use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1)]
    ratio: f64,
}

fn main() {}
