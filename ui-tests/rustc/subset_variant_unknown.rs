use genl::AttributeSet;

#[derive(AttributeSet)]
enum In {
    #[attr(4)]
    Token(u32),
}

#[derive(AttributeSet)]
#[attrs(subset_of = In)]
enum Less {
    Tokn(u32),
}

fn main() {}
