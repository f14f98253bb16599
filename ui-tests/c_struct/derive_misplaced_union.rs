use genl::CStruct;

#[derive(CStruct)]
#[repr(C)]
union Port {
    tcp: u16,
    udp: u16,
}

fn main() {}
