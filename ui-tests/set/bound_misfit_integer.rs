use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5, max_len = 2)]
    port: u16,
}

fn main() {}
