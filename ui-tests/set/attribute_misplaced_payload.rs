use genl::AttributeSet;

#[derive(AttributeSet)]
enum Action {
    #[attr(1)]
    Output(#[attr(big_endian, max = 3)] u16),
    #[attr(2)]
    Drop(#[attrs(pad = 2)] u16),
}

fn main() {}
