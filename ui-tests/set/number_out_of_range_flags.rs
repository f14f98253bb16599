use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(0x4001)]
    port: u16,
}

fn main() {}
