use genl::AttributeSet;

#[derive(AttributeSet)]
struct Entry {
    #[attr(1, type = "u32", little_endian)]
    id: u32,
    #[attr(value = 2)]
    port: u16,
}

fn main() {}
