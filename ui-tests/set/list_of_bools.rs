use genl::AttributeSet;

#[derive(AttributeSet)]
struct Table {
    #[attr(1, multi)]
    ups: Vec<bool>,
}

fn main() {}
