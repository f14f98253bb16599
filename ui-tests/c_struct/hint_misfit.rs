use genl::CStruct;

#[derive(CStruct)]
#[repr(C)]
struct Key {
    #[member(display_hint = ipv4)]
    src: [u8; 16],
}

fn main() {}
