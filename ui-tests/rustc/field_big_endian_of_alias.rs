use genl::AttributeSet;

type Id = u8;

#[derive(AttributeSet)]
struct Address {
    #[attr(2, big_endian)]
    id: Id,
}

fn main() {}
