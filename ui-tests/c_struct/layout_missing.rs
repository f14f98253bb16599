use genl::CStruct;

#[derive(CStruct)]
struct Ports {
    src: u16,
    dst: u16,
}

fn main() {}
