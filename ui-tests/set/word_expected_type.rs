use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1)]
    index: u32,
}

#[derive(AttributeSet)]
#[attrs(Link)]
struct Get {
    index: u32,
}

fn main() {}
