use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(1)]
    port: u16,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
enum Action {
    #[attr(1)]
    Port(u16),
}

fn main() {}
