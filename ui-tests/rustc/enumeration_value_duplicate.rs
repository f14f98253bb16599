use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u8)]
enum Kind {
    Inet = 2,
    Inet6 = 10,
    Packet = 2,
    #[unknown]
    Other(u8),
}

fn main() {}
