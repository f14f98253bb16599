use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, c_struct)]
    stats: u32,
}

fn main() {}
