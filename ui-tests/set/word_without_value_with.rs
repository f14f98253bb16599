use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, with)]
    speed: u32,
}

fn main() {}
