use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(1, display_hint = "hex")]
    token: u32,
}

fn main() {}
