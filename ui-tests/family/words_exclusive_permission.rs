use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(5, admin_perm, uns_admin_perm)]
        fn flush();
    }
}

fn main() {}
