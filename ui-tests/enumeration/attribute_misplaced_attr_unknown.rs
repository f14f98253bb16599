use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u8)]
enum Kind {
    Inet,
    #[attr(unknown)]
    Other(u8),
}

fn main() {}
