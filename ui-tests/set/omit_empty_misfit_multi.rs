use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attrs {
    #[attr(1, multi, omit_empty)]
    a: Vec<u16>,
}

fn main() {}
