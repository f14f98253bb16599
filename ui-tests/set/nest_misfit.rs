use genl::AttributeSet;

#[derive(AttributeSet)]
struct Endpoint {
    #[attr(1, nest)]
    address: u32,
}

fn main() {}
