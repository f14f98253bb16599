use genl::AttributeSet;

#[derive(AttributeSet)]
enum Action {
    #[attr(1, multi)]
    Outputs(Vec<u32>),
}

fn main() {}
