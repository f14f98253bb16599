use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u16)]
#[unknown]
enum Kind {
    Inet = 2,
    #[unknown]
    Other(u16),
}

fn main() {}
