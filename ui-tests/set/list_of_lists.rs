use genl::AttributeSet;

#[derive(AttributeSet)]
struct Table {
    #[attr(1, multi)]
    ports: Vec<Vec<u16>>,
}

fn main() {}
