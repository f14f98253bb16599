use genl::AttributeSet;

#[derive(AttributeSet)]
enum Action {
    #[attr(1)]
    Output(u32),
    Drop(u8),
}

fn main() {}
