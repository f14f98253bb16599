use genl::AttributeSet;

#[derive(AttributeSet)]
struct Table {
    #[attr(1, multi)]
    ports: Vec<Option<u16>>,
}

fn main() {}
