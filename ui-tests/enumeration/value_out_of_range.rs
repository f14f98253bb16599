use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u8)]
enum Kind {
    Inet = 256,
    #[unknown]
    Other(u8),
}

fn main() {}
