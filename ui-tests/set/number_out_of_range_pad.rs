use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(pad = 20000)]
struct Address {
    #[attr(1)]
    port: u16,
}

fn main() {}
