use genl::genl_family;

genl_family! {
    #[family(name = "multipath_tcp_pm")]
    trait Pm {
        #[op(1)]
        fn flush();
    }
}

fn main() {}
