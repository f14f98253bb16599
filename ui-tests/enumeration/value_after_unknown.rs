use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u8)]
enum Kind {
    Inet = 2,
    #[unknown]
    Other(u8),
    Inet6,
}

fn main() {}
