use genl::AttributeSet;

#[derive(AttributeSet)]
struct Endpoint {
    #[attr(1, nest)]
    address: Adress,
}

fn main() {}
