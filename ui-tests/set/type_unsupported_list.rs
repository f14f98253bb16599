use std::collections::VecDeque;

use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, multi)]
    ports: VecDeque<u16>,
}

fn main() {}
