use genl::{AttributeSet, UnknownAttribute};

#[derive(AttributeSet)]
struct Attr {
    #[attr(1, nest)]
    parts: Vec<Part>,
    #[attr(2)]
    id: Option<u8>,
    #[attr(3, flag)]
    up: bool,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr, pda = 4)]
enum Part {
    #[attr(2)]
    Id(u8),
    Up(),
    Parts(Option<Vec<Part>>),
    #[attr(unknown)]
    Other(Vec<UnknownAttribute>),
}

// A set that contains them has no further errors.
#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
struct Parts {
    parts: Vec<Part>,
}

fn main() {}
