use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(big_endian)]
    port: u16,
}

fn main() {}
