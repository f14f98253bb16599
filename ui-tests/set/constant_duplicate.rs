use genl::AttributeSet;

#[derive(AttributeSet)]
#[allow(non_snake_case)]
struct Address {
    #[attr(4)]
    port: u16,
    #[attr(5)]
    Port: u16,
}

fn main() {}
