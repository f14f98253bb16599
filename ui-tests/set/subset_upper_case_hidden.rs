use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(4)]
    token: Option<u32>,
}

/// For a misspelt field, rustc suggests the hidden constant.
#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
struct Announce {
    _TOKEN: u32,
}

fn main() {}
