use genl::AttributeSet;

#[derive(AttributeSet)]
enum Announce {
    Token,
}

fn main() {}
