use genl::AttributeSet;

#[derive(AttributeSet)]
struct Table {
    #[attr(1, multi)]
    port: u16,
}

fn main() {}
