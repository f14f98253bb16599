use genl::Enumeration;

#[derive(Enumeration)]
enum Kind {
    Unspec,
    Inet,
    #[unknown]
    Other(u16),
}

fn main() {}
