use genl::CStruct;

#[derive(CStruct)]
#[c_struct("ports")]
struct Ports {
    #[member(nam = "src-port")]
    src: u16,
    #[member(pad, display_hint = hex)]
    gap: [u8; 2],
}

fn main() {
    assert_eq!(Ports::DESCRIPTION.size, 4);
}
