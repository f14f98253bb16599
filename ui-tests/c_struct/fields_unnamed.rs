use genl::CStruct;

#[derive(CStruct)]
#[repr(C)]
struct Ports(u16, u16);

fn main() {}
