use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, exact_len = 6)]
    mac: [u8; 6],
}

fn main() {}
