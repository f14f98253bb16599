use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, exact_len = 8, max_len = 8)]
    cookie: Vec<u8>,
}

fn main() {}
