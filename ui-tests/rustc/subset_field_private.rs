use genl::AttributeSet;

mod attr {
    #[derive(genl::AttributeSet)]
    pub struct Attr {
        #[attr(4)]
        token: Option<u32>,
        #[cfg(any())]
        #[attr(5)]
        pub port: Option<u16>,
    }
}

#[derive(AttributeSet)]
#[attrs(subset_of = attr::Attr)]
struct Announce {
    token: u32,
    port: u16,
}

fn main() {}
