use genl::AttributeSet;

bitflags::bitflags! {
    #[derive(Clone, Copy)]
    struct Features: u32 {
        const UP = 1;
    }
}

#[derive(AttributeSet)]
struct Link {
    #[attr(1, bitfield32)]
    features: Features,
}

fn main() {}
