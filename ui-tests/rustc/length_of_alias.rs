use genl::AttributeSet;

type Port = u16;

#[derive(AttributeSet)]
struct Set {
    #[attr(1, max_len = 3)]
    port: Option<Port>,
}

fn main() {}
