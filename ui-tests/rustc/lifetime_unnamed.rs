use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address<'a> {
    #[attr(1)]
    name: &'_ str,
    #[attr(2)]
    label: &'a str,
}

fn main() {}
