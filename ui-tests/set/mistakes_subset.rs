use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(1)]
    id: u8,
    #[attr(2, flag)]
    up: bool,
    #[attr(3)]
    token: Option<u32>,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr, nmae = "get")]
struct Get {
    #[attr(1)]
    id: u8,
    up: bool,
    token: Option<Option<u32>>,
}

// Code that uses the subset has no further errors.
#[derive(AttributeSet)]
struct Outer {
    #[attr(1, nest)]
    get: Get,
}

fn main() {}
