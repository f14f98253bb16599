use genl::{AttributeSet, genl_family};

#[derive(AttributeSet)]
struct Add {
    #[attr(1)]
    id: u8,
}

#[derive(AttributeSet)]
struct Delete {
    #[attr(1)]
    id: u8,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1)]
        fn add(request: Add);
    }
}

fn main() -> Result<(), genl::Error> {
    Pm::connect()?.add(&Delete { id: 1 })
}
