use genl::CStruct;

#[derive(CStruct)]
#[repr(u16)]
enum Port {
    Http = 80,
}

fn main() {}
