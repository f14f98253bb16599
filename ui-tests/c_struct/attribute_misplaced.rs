use genl::CStruct;

#[derive(CStruct)]
#[repr(C)]
struct Ports {
    #[attr(1)]
    src: u16,
}

fn main() {}
