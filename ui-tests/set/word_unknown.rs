use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5, squeeze)]
    port: u16,
}

fn main() {}
