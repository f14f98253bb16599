use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, max = 3)]
    cookie: Vec<u8>,
}

fn main() {}
