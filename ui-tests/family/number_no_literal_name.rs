use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op("flush-addrs", admin_perm)]
        fn flush();
    }
}

fn main() {}
