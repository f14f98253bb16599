use genl::CStruct;

#[derive(CStruct)]
#[repr(C)]
struct Exit {
    version: u16,
    #[member(padding)]
    pad: [u8; 2],
}

fn main() {}
