use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u16)]
enum Kind {
    Inet = 2,
    Other(u16),
}

fn main() {}
