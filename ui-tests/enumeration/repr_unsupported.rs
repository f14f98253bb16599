use genl::Enumeration;

#[derive(Enumeration)]
#[repr(usize)]
enum Kind {
    Inet = 2,
    #[unknown]
    Other(usize),
}

fn main() {}
