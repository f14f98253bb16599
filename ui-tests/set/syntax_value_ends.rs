use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(1, max = ::)]
    id: u8,
    #[attr(2, indexed(from = #))]
    ports: Vec<u16>,
}

fn main() {}
