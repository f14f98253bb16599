use genl::AttributeSet;

#[derive(AttributeSet)]
enum Action {
    #[attr(1)]
    Output(u32, u16),
}

#[derive(AttributeSet)]
struct Flow {
    #[attr(2, nest)]
    actions: Vec<Action>,
}

fn main() {}
