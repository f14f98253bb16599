use genl::{AttributeSet, Bitfield32};

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    struct Flags: u32 {
        const UP = 1;
    }
}

#[derive(AttributeSet)]
struct Link {
    #[attr(1, nest)]
    flags: Bitfield32<Flags>,
}

fn main() {}
