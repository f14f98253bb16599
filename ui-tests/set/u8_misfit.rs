use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, u8)]
    mtu: u32,
}

fn main() {}
