use genl::Enumeration;

#[allow(non_camel_case_types)]
#[derive(Enumeration)]
#[repr(u16)]
enum Kind {
    InetSix = 2,
    Inet_Six = 3,
    #[unknown]
    Other(u16),
}

fn main() {}
