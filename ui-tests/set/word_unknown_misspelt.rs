use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5, big_endain)]
    port: u16,
}

fn main() {}
