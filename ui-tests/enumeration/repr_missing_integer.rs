use genl::Enumeration;

#[derive(Enumeration)]
#[repr(C)]
enum Kind {
    Inet,
    #[unknown]
    Other(u16),
}

fn main() {}
