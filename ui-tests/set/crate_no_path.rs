use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(crate = "genl 0.1")]
struct Announce {
    #[attr(1)]
    token: u32,
}

fn main() {}
