use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, bitfield32)]
    flags: u32,
}

fn main() {}
