use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, max_len = -1)]
    name: String,
}

fn main() {}
