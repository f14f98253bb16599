use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(1)]
    id: u8,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Option<Address>)]
struct Named {
    id: u8,
}

fn main() {}
