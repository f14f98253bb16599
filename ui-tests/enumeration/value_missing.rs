use genl::Enumeration;

#[derive(Enumeration)]
#[repr(u16)]
enum Kind {
    #[unknown]
    Other(u16),
}

fn main() {}
