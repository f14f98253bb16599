use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs = 11]
struct Entry {
    #[attr(1)]
    id: u8,
}

fn main() {}
