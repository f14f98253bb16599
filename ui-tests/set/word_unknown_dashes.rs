use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, big-endian)]
    port: u16,
    #[attr(2, max-len = 15)]
    name: String,
    #[attr(3, byte-order = big-endian)]
    mark: u32,
}

fn main() {}
