use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u8)]
enum Kind {
    Inet = 255,
    Inet6,
    #[unknown]
    Other(u8),
}

fn main() {}
