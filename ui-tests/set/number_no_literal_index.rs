use genl::AttributeSet;

const ONE: u16 = 1;

#[derive(AttributeSet)]
struct Table {
    #[attr(1, indexed(from = ONE))]
    ports: Vec<u16>,
}

fn main() {}
