use genl::{AttributeSet, Keyed};

#[derive(AttributeSet)]
struct Table {
    #[attr(1)]
    ports: Vec<Keyed<u16, u16>>,
}

fn main() {}
