use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(transparent)]
struct Announce {
    #[attr(1)]
    token: u32,
}

fn main() {}
