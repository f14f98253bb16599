use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(1)]
    token: Option<u32>,
    #[attr(2, multi)]
    ports: Vec<u16>,
    #[attr(3, flag)]
    up: bool,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
enum Part {
    Ports,
}

fn main() {}
