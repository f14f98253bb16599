use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, with = "Speed")]
    speed: u32,
}

fn main() {}
