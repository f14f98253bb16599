use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u8)]
enum Kind {
    #[enumeration(name = "ip")]
    Inet = 2,
    #[unknown]
    Other(u8),
}

fn main() {}
