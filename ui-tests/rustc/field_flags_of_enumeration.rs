use genl::{AttributeSet, Enumeration};

#[derive(Enumeration)]
#[repr(u16)]
enum Kind {
    Inet = 2,
    #[unknown]
    Other(u16),
}

#[derive(AttributeSet)]
struct Address {
    #[attr(1, flags)]
    kind: Kind,
}

fn main() {}
