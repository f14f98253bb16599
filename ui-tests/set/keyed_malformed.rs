use genl::{AttributeSet, Keyed};

#[derive(AttributeSet)]
struct Table {
    #[attr(1, keyed)]
    ports: Vec<Keyed<u16, u16>>,
}

fn main() {}
