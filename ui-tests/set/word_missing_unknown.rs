use genl::{AttributeSet, UnknownAttribute};

#[derive(AttributeSet)]
struct Address {
    #[attr(5)]
    rest: Vec<UnknownAttribute>,
}

fn main() {}
