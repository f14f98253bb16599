use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5, dump)]
    port: u16,
}

fn main() {}
