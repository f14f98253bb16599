use genl::{AttributeSet, CStruct};

#[derive(CStruct)]
#[repr(C)]
struct Key {
    port: u16,
    vlan: u16,
}

#[derive(AttributeSet)]
struct Flow {
    #[attr(1, c_struct)]
    key: Key,
}

fn main() {}
