use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link<'a> {
    #[attr(1)]
    words: &'a [u32],
}

fn main() {}
