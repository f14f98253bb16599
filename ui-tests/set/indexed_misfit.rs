use genl::{AttributeSet, Indexed};

#[derive(AttributeSet)]
struct Table {
    #[attr(1, indexed(from = 1))]
    ports: Vec<Indexed<u16>>,
}

fn main() {}
