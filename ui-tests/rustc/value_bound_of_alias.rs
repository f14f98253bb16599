use genl::AttributeSet;

type Name = String;

#[derive(AttributeSet)]
struct Set {
    #[attr(1, multi, max = 7)]
    names: Vec<Name>,
}

fn main() {}
