use genl::{AttributeSet, Keyed};

#[derive(AttributeSet)]
struct Table {
    #[attr(1, keyed(a: u16, b: u16, c: u16))]
    ports: Vec<Keyed<(u16, u16), u16>>,
}

fn main() {}
