use genl::AttributeSet;

#[derive(AttributeSet)]
struct Endpoint {
    #[attr(1)]
    port: Option<__be16>,
    #[attr(2, multi)]
    ids: Vec<__u32>,
}

fn main() {}
