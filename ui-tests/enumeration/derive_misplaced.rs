use genl::Enumeration;

#[derive(Enumeration)]
struct Kind {
    inet: u8,
}

fn main() {}
