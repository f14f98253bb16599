use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, min_len = 16, max_len = 15)]
    name: String,
}

fn main() {}
