use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5, name = port)]
    number: u16,
}

fn main() {}
