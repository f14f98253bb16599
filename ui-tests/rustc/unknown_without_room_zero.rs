use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u8)]
enum Kind {
    #[unknown]
    Other(u8),
    Unspec = 0,
    Inet = 2,
}

fn main() {}
