use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5, min = , max = 4)]
    port: u16,
}

fn main() {}
