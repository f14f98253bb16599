use genl::AttributeSet;

#[derive(AttributeSet)]
enum Action {
    #[attr(1)]
    Output(u32),
}

#[derive(AttributeSet)]
struct Flow {
    #[attr(2, nest)]
    action: Action,
}

fn main() {}
