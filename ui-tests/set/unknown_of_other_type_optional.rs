use genl::{AttributeSet, UnknownAttribute};

#[derive(AttributeSet)]
struct Address {
    #[attr(unknown)]
    rest: Option<Vec<UnknownAttribute>>,
}

fn main() {}
