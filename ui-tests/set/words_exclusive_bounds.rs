use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, min = 1, max_len = 4)]
    id: Id,
}

type Id = u32;

fn main() {}
