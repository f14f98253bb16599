use genl::{AttributeSet, UnknownAttribute};

#[derive(AttributeSet)]
struct Address {
    #[attr(unknown)]
    rest: Vec<UnknownAttribute>,
    #[attr(unknown)]
    more: Vec<UnknownAttribute>,
}

fn main() {}
