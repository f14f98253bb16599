use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    mod pm {
        #[op(1)]
        fn flush();
    }
}

fn main() {}
