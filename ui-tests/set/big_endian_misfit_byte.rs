use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(2, big_endian)]
    id: Option<u8>,
}

fn main() {}
