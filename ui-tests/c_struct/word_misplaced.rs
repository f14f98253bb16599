use genl::CStruct;

#[derive(CStruct)]
#[repr(C)]
struct Ports {
    #[member(big_endian)]
    src: u16,
}

fn main() {}
