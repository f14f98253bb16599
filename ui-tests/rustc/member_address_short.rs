use genl::CStruct;

const LENGTH: usize = 8;

#[derive(CStruct)]
#[repr(C)]
struct Key {
    #[member(display_hint = ipv6)]
    src: [u8; LENGTH],
}

fn main() {
    println!("{:?}", Key::DESCRIPTION);
}
