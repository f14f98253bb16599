use genl::{AttributeSet, UnknownAttribute};

#[derive(AttributeSet)]
struct Entry {
    #[attr(1)]
    id: u8,
    rest: Vec<UnknownAttribute>,
}

fn main() {}
