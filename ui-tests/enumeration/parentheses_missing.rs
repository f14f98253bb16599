use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u8)]
#[enumeration]
enum Kind {
    Inet = 2,
    #[unknown]
    Other(u8),
}

fn main() {}
