use genl::AttributeSet;

#[derive(AttributeSet)]
enum Attr {
    #[attr(1, indexed, omit_empty)]
    A(Vec<u16>),
}

fn main() {}
