use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5, Big_Endian)]
    port: u16,
}

fn main() {}
