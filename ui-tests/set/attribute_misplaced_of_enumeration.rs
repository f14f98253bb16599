use genl::AttributeSet;

#[derive(AttributeSet)]
#[enumeration(name = "announce")]
struct Announce {
    #[attr(1)]
    token: u32,
    #[unknown]
    rest: Vec<genl::UnknownAttribute>,
}

fn main() {}
