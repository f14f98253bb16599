use genl::{AttributeSet, Enumeration};

#[derive(Enumeration)]
#[repr(u8)]
enum Kind {
    Wire = 1,
    #[unknown]
    Other(u8),
}

#[derive(AttributeSet)]
#[attrs(subset_of = Kind)]
struct Announce {
    token: u32,
    wire: bool,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Kind)]
enum Part {
    Wire(u8),
}

fn main() {}
