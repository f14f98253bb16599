use std::sync::Arc;

use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(1)]
    name: Option<Arc<str>>,
}

fn main() {}
