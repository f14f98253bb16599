use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1)]
    letter: char,
}

fn main() {}
