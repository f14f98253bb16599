use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u8)]
enum Kind {
    Local = -1,
    #[unknown]
    Other(u8),
}

fn main() {}
