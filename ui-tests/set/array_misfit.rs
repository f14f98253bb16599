use genl::AttributeSet;

#[derive(AttributeSet)]
struct Table {
    #[attr(1, array)]
    names: Vec<String>,
}

fn main() {}
