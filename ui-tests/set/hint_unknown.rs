use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, display_hint = mca)]
    mac: [u8; 6],
}

fn main() {}
