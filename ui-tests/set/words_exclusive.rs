use bitflags::bitflags;
use genl::AttributeSet;

bitflags! {
    #[derive(Clone, Copy)]
    struct Bits: u32 {
        const UP = 1;
    }
}

#[derive(AttributeSet)]
struct Address {
    #[attr(6, big_endian, nest)]
    bits: Bits,
}

fn main() {}
