use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr]
    port: u16,
}

fn main() {}
