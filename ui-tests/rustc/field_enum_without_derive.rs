use genl::AttributeSet;

#[repr(u16)]
enum Kind {
    Inet = 2,
    Inet6 = 10,
}

#[derive(AttributeSet)]
struct Address {
    #[attr(1)]
    kind: Kind,
}

fn main() {}
