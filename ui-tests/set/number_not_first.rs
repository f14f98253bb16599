use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(big_endian, 5)]
    port: u16,
}

fn main() {}
