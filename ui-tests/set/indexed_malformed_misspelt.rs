use genl::AttributeSet;

#[derive(AttributeSet)]
struct Table {
    #[attr(1, indexed(form = 1))]
    ports: Vec<u16>,
}

fn main() {}
