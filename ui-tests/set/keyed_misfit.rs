use genl::AttributeSet;

#[derive(AttributeSet)]
struct Table {
    #[attr(1, keyed(op: u16))]
    ports: Vec<u16>,
}

fn main() {}
