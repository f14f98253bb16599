use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1)]
        fn flush();
    }
}

genl_family! {
    #[family(name = "dev")]
    trait Dev {
        #[op(1)]
        fn reset();
    }
}

fn main() -> Result<(), genl::Error> {
    Pm::connect()?.reset()
}
