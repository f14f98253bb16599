use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(pad = 5)]
struct Address {
    #[attr(5)]
    port: u16,
}

fn main() {}
