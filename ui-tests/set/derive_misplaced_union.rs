use genl::AttributeSet;

#[derive(AttributeSet)]
union Announce {
    token: u32,
    id: u8,
}

fn main() {}
