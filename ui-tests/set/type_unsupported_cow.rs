use genl::AttributeSet;
use std::borrow::Cow;

#[derive(AttributeSet)]
struct Link<'a> {
    #[attr(1)]
    name: Cow<'a, str>,
}

fn main() {}
