use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(name: "address")]
struct Address {
    #[attr(5, min: 1)]
    id: u8,
    #[attr(6, indexed(from: 1))]
    ports: Vec<u16>,
}

fn main() {}
