use genl::AttributeSet;

#[derive(AttributeSet)]
#[attr(pad = 3)]
struct Announce {
    #[attr(1)]
    token: u32,
}

fn main() {}
