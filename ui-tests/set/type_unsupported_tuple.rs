use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1)]
    pair: (u8, u16),
}

fn main() {}
