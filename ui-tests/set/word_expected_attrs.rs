use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(11)]
struct Announce {
    #[attr(1)]
    token: u32,
}

fn main() {}
