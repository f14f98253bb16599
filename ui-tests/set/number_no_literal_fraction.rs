use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5.0)]
    port: u16,
}

fn main() {}
