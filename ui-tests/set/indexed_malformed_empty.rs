use genl::AttributeSet;

#[derive(AttributeSet)]
struct Table {
    #[attr(1, indexed())]
    ports: Vec<u16>,
}

fn main() {}
