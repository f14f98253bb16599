use genl::Enumeration;

struct Value(u8);

#[derive(Enumeration)]
#[repr(u8)]
enum Kind {
    Inet = 2,
    #[unknown]
    Other(Value),
}

fn main() {}
