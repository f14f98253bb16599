use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(subset_of = Atr)]
struct Announce {
    token: u32,
}

fn main() {}
