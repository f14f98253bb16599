use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5)]
    #[attr(6)]
    port: u16,
}

fn main() {}
