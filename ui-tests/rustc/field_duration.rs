use genl::AttributeSet;
use std::time::Duration;

#[derive(AttributeSet)]
struct Link {
    #[attr(1)]
    timeout: Duration,
}

fn main() {}
