use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attrs {
    #[attr(1, indexed, omit_empty)]
    a: Option<Vec<u16>>,
}

fn main() {}
