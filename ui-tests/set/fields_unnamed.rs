use genl::AttributeSet;

#[derive(AttributeSet)]
struct Announce(#[attr(4)] u32);

fn main() {}
