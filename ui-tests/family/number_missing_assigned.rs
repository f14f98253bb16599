use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op = 4]
        fn flush();
    }
}

fn main() {}
