use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(subset_of = Get)]
struct Get {
    id: u8,
}

fn main() {}
