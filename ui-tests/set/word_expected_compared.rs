use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5, min == 4)]
    port: u16,
}

fn main() {}
