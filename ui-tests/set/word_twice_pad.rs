use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(pad = 5, pad = 6)]
struct Address {
    #[attr(1)]
    port: u16,
}

fn main() {}
