use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(2, max = 256)]
    id: u8,
    #[attr(5, min = -1)]
    port: u16,
}

fn main() {}
