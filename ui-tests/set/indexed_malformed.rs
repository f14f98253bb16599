use genl::AttributeSet;

#[derive(AttributeSet)]
struct Table {
    #[attr(1, indexed(one))]
    ports: Vec<u16>,
}

fn main() {}
