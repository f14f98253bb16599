use genl::AttributeSet;

#[derive(AttributeSet)]
struct Policy {
    #[attr(1, keyed(op: u16))]
    ops: Vec<(u16, u32)>,
}

fn main() {}
