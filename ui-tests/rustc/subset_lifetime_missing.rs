use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr<'a> {
    #[attr(1)]
    name: &'a str,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
struct Named<'a> {
    name: &'a str,
}

fn main() {}
