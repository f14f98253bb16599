use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1, do, dont_validate = [strict])]
        fn flush();
        #[op(value = 2)]
        fn set();
    }
}

fn main() {}
