use genl::Enumeration;

const INET: u32 = 2;

#[derive(Enumeration)]
#[repr(u8)]
enum Kind {
    Inet = INET,
    #[unknown]
    Other(u8),
}

fn main() {}
