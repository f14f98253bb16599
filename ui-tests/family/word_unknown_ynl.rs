use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1, do, flags = [admin_perm])]
        fn flush();
        #[op(value = 2)]
        fn set();
    }
}

fn main() {}
