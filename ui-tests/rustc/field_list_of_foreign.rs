use genl::AttributeSet;

struct Port(u16);

#[derive(AttributeSet)]
struct Table {
    #[attr(1, multi)]
    ports: Vec<Port>,
}

fn main() {}
