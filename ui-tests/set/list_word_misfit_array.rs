use genl::AttributeSet;

#[derive(AttributeSet)]
struct Table {
    #[attr(1, array)]
    port: u16,
}

fn main() {}
