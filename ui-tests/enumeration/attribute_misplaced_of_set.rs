use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u32)]
#[attrs(name = "kind")]
enum Kind {
    #[attr(1)]
    Inet,
    #[attr(2)]
    Inet6,
    #[unknown]
    Other(u32),
}

fn main() {}
