use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(1)]
    port: u16,
    #[attr(11, pad)]
    padding: (),
}

fn main() {}
