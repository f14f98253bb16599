use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5, name = "")]
    port: u16,
}

fn main() {}
