use genl::{AttributeSet, Keyed};

#[derive(AttributeSet)]
struct Table {
    #[attr(1, multi)]
    ports: Vec<Keyed<u16, u16>>,
}

fn main() {}
