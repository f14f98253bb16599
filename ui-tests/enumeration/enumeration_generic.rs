use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u8)]
enum Kind<const N: u8> {
    Inet = 2,
    #[unknown]
    Other(u8),
}

fn main() {}
