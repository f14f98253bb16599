use genl::{AttributeSet, UnknownAttribute};

#[derive(AttributeSet)]
struct Link {
    #[attr(unknown, 1)]
    rest: Vec<UnknownAttribute>,
}

fn main() {}
