use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(nest)]
struct Announce {
    #[attr(1)]
    token: u32,
}

fn main() {}
