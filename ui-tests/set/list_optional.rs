use genl::AttributeSet;

#[derive(AttributeSet)]
struct Table {
    #[attr(1, multi)]
    ports: Option<Vec<u16>>,
}

fn main() {}
