use genl::AttributeSet;

struct Minutes;

#[derive(AttributeSet)]
struct Lease {
    #[attr(1, with = Minutes)]
    left: std::time::Duration,
}

fn main() {}
