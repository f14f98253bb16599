use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(2)]
    id: Option<u8>,
}

#[derive(AttributeSet)]
struct Attr {
    #[attr(1, nest)]
    addr: Option<Address>,
}

#[derive(AttributeSet)]
struct Id {
    #[attr(2)]
    id: u8,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
struct Remove {
    addr: Id,
}

fn main() {}
