use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(crate = ::genl)]
struct Announce {
    #[attr(1)]
    token: u32,
}

fn main() {}
