use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(16384)]
    port: u16,
}

fn main() {}
