use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u8)]
enum Kind<'a> {
    Inet = 2,
    #[unknown]
    Other(&'a u8),
}

fn main() {}
