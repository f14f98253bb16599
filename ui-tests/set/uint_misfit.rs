use genl::AttributeSet;

#[derive(AttributeSet)]
struct Counter {
    #[attr(1, uint)]
    value: u32,
}

fn main() {}
