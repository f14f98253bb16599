use genl::CStruct;

#[derive(Clone, Copy, CStruct)]
#[repr(packed)]
struct Ports {
    src: u16,
    dst: u32,
}

fn main() {}
