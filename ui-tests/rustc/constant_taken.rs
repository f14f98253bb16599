use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5)]
    port: u16,
}

impl Address {
    const PORT: u16 = 10000;
}

fn main() {}
