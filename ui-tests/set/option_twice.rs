use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5)]
    port: Option<Option<u16>>,
}

fn main() {}
