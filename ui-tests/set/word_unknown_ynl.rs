use genl::{AttributeSet, UnknownAttribute};

#[derive(AttributeSet)]
struct Entry {
    #[attr(1)]
    id: u8,
}

#[derive(AttributeSet)]
struct Table {
    #[attr(1, multi_attr, nest)]
    entries: Vec<Entry>,
    #[attr(2, indexed_array, nest)]
    array: Vec<Entry>,
    #[attr(3, nested)]
    first: Entry,
    #[attr(4, byte_order = "big-endian")]
    port: u16,
    #[attr(unknown)]
    rest: Vec<UnknownAttribute>,
}

fn main() {}
