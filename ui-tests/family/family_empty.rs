use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {}
}

fn main() {}
