use genl::AttributeSet;

#[derive(AttributeSet)]
struct Link {
    #[attr(NLA_F_NESTED | 1)]
    peer: Peer,
    #[attr({ 2 })]
    index: u32,
}

struct Peer;

fn main() {}
