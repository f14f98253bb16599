use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(unknown)]
    rest: Vec<u8>,
}

fn main() {}
