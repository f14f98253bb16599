use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, max = 15)]
    name: String,
}

fn main() {}
