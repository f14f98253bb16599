use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, unterminated)]
    cookie: Vec<u8>,
}

fn main() {}
