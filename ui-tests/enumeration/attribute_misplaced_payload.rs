use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u16)]
enum Kind {
    Inet = 2,
    #[unknown]
    Other(#[unknown] u16),
}

fn main() {}
