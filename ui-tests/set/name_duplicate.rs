use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(1)]
    port: u16,
    #[attr(2, name = "port")]
    sport: u16,
}

fn main() {}
