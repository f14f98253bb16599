use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u8)]
enum Kind {
    Unspec = 0,
    Inet = 2,
    Local = 255,
    #[unknown]
    Other(u8),
}

fn main() {}
