use genl::{AttributeSet, Enumeration};

#[derive(Enumeration)]
#[repr(u8)]
#[enumeration(name = "kind", nmae = "kind")]
enum Kind {
    Inet = 256,
    Inet6(u8) = 10,
    #[unknown]
    Other(u16),
}

// Code that uses the enumeration has no further errors.
#[derive(AttributeSet)]
struct Address {
    #[attr(1)]
    kind: Kind,
}

fn main() {
    let _ = Kind::from(2_u8);
}
