use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(4)]
    token: Option<u32>,
}

/// What rustc suggests for a field that is misspelt.
#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
struct Announce {
    _TOKEN: u32,
}

fn main() {}
