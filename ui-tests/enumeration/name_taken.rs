use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u16)]
enum Kind {
    InetSix = 2,
    Inet_Six = 3,
    Bridge = 4,
    Bridge = 5,
    #[unknown]
    Other(u16),
}

fn main() {}
