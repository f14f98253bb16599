use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(5, reply = 6)]
        fn flush();
    }
}

fn main() {}
