use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(2, max = 1..8)]
    id: u8,
    #[attr(3, min = (&1), max = [8])]
    port: u16,
}

fn main() {}
