use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(-1)]
    port: u16,
}

fn main() {}
