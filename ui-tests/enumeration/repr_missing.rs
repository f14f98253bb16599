use genl::Enumeration;

#[derive(Enumeration)]
enum Kind {
    Inet = 2,
    #[unknown]
    Other(u16),
}

fn main() {}
