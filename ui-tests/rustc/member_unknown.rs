use genl::CStruct;

#[derive(CStruct)]
#[repr(C)]
struct Key {
    port: u16,
    open: bool,
    name: String,
}

fn main() {}
