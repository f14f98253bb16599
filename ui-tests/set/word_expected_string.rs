use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5, "big_endian")]
    port: u16,
}

fn main() {}
