use genl::AttributeSet;

#[derive(AttributeSet)]
struct Table {
    #[attr(1, multi(2))]
    ports: Vec<u16>,
}

fn main() {}
