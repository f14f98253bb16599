use genl::AttributeSet;

#[derive(AttributeSet)]
#[repr(u16)]
enum Action {
    #[attr(1)]
    Output(u32) = 1,
}

fn main() {}
