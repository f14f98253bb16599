use bitflags::bitflags;
use genl::AttributeSet;

bitflags! {
    struct Bits: u32 {
        const UP = 1;
    }
}

#[derive(AttributeSet)]
struct Address {
    #[attr(6)]
    bits: Bits,
}

fn main() {}
