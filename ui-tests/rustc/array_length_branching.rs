use genl::AttributeSet;

const LONG: bool = true;

#[derive(AttributeSet)]
struct Address {
    #[attr(1)]
    hardware: [u8; if LONG { 8 } else { 6 }],
}

fn main() {}
