use genl::AttributeSet;

#[derive(Clone)]
struct Port(u16);

#[derive(AttributeSet)]
struct Address {
    #[attr(5)]
    port: Option<Port>,
}

fn main() {}
