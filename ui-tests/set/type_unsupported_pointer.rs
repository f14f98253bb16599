use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1)]
    name: *const u8,
}

fn main() {}
