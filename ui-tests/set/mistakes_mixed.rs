use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(nmae = "action")]
enum Action {
    #[attr(1)]
    Output(u32),
    #[attr(1)]
    Port(u16),
    Name(String),
    #[attr(4, nset)]
    Sample(Sample),
    #[attr(5, flag)]
    Pop(bool),
    #[attr(6)]
    Fine(u32),
}

#[derive(AttributeSet)]
struct Sample {
    #[attr(1)]
    rate: u32,
}

// Code that uses the enum has no further errors.
#[derive(AttributeSet)]
struct Flow {
    #[attr(2, nest)]
    actions: Vec<Action>,
}

fn main() {}
