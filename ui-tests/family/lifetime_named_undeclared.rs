use genl::genl_family;

#[derive(Clone, Debug, PartialEq, genl::AttributeSet)]
struct Name<'a> {
    #[attr(1)]
    name: &'a str,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1)]
        fn set(request: Name<'a>);
    }
}

fn main() {}
