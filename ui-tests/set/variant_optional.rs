use genl::AttributeSet;

#[derive(AttributeSet)]
enum Action {
    #[attr(1)]
    Output(Option<u32>),
}

fn main() {}
