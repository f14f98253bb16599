use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5 big_endian)]
    port: u16,
    #[attr(6, min = 1 max = 3)]
    id: u8,
}

fn main() {}
