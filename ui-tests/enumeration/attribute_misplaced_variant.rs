use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u8)]
enum Kind {
    #[enumeration(name = "ip")]
    Inet = 2,
    #[unknown]
    #[enumeration(name = "other")]
    Other(u8),
}

fn main() {}
