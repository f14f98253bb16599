use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(pad)]
struct Address {
    #[attr(1)]
    port: u16,
}

fn main() {}
