use genl::{AttributeSet, Keyed};

#[derive(AttributeSet)]
struct Table {
    #[attr(1, keyed(key: u16))]
    entries: Vec<Keyed<u32, u8>>,
}

fn main() {}
