use genl::AttributeSet;

#[derive(AttributeSet)]
struct Table {
    #[attr(1, indexed(from = 16384))]
    ports: Vec<u16>,
}

fn main() {}
