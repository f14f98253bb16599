use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1, GENL_ADMIN_PERM)]
        fn flush();
        #[op(2, NLM_F_ACK)]
        fn close();
    }
}

fn main() {}
