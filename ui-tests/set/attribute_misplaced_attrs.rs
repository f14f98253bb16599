use genl::AttributeSet;

#[derive(AttributeSet)]
struct Announce {
    #[attrs(pad = 3)]
    #[attr(1)]
    token: u32,
}

fn main() {}
