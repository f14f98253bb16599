use genl::AttributeSet;

#[derive(AttributeSet)]
struct Entry {
    #[attr(1, max_len = 65536)]
    name: String,
}

fn main() {}
