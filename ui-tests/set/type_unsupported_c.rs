use genl::AttributeSet;

#[allow(non_camel_case_types)]
type __be16 = u16;
#[allow(non_camel_case_types)]
type __u32 = u32;

#[derive(AttributeSet)]
struct Endpoint {
    #[attr(1)]
    port: Option<__be16>,
    #[attr(2, multi)]
    ids: Vec<__u32>,
}

fn main() {}
