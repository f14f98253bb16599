use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(admin_perm, 5)]
        fn flush();
    }
}

fn main() {}
