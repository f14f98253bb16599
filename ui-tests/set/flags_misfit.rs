use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(6, flags)]
    flags: u32,
}

fn main() {}
