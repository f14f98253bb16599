use genl::AttributeSet;

#[derive(AttributeSet)]
enum Action {
    #[attr(1)]
    Output(u32),
    #[attr(2, nest)]
    Sample(Box<Action>),
}

fn main() {}
