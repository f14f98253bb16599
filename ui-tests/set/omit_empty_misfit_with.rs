use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attrs {
    #[attr(1, with = Codec, omit_empty)]
    a: Vec<u16>,
}

fn main() {}
