use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, NLA_U32)]
    index: u32,
    #[attr(2, display-hint = mac)]
    address: [u8; 6],
}

fn main() {}
