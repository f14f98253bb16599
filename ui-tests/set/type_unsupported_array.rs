use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1)]
    words: [u32; 4],
}

fn main() {}
