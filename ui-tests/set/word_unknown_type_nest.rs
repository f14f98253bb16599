use genl::AttributeSet;

#[derive(AttributeSet)]
struct Entry {
    #[attr(1)]
    id: u32,
}

#[derive(AttributeSet)]
struct Link {
    #[attr(1, type = nest)]
    first: Entry,
    #[attr(2, nested_attributes = Entry)]
    second: Entry,
}

fn main() {}
