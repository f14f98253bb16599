use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5, genl::nest)]
    port: u16,
}

fn main() {}
