use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address<'a> {
    #[attr(5)]
    port: &'a u16,
}

fn main() {}
