use genl::{AttributeSet, UnknownAttribute};

#[derive(AttributeSet)]
struct Address {
    #[attr(5, unknown)]
    rest: Vec<UnknownAttribute>,
}

fn main() {}
