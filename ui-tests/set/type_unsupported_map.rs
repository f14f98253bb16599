use genl::AttributeSet;
use std::collections::HashMap;

#[derive(AttributeSet)]
struct Link {
    #[attr(1)]
    ops: HashMap<u16, u32>,
}

fn main() {}
