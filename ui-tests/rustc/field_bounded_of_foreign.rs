use genl::AttributeSet;

struct Port(u16);

const LAST: u16 = 9;

#[derive(AttributeSet)]
struct Address {
    #[attr(1, min = 1, max = LAST)]
    port: Option<Port>,
}

fn main() {}
