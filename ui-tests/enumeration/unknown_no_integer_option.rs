use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u8)]
enum Kind {
    Inet,
    #[unknown]
    Other(Option<u8>),
}

fn main() {}
