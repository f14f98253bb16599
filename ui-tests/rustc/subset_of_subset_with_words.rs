use genl::AttributeSet;

#[derive(AttributeSet)]
struct Attr {
    #[attr(4, big_endian)]
    token: Option<u32>,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
struct Announce {
    #[attr(multi)]
    token: Vec<u64>,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Announce)]
struct Less {
    token: Option<u32>,
}

fn main() {}
