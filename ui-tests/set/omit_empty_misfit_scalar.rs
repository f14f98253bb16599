use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attrs {
    #[attr(1, omit_empty)]
    a: u16,
}

fn main() {}
