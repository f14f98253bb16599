use genl::genl_family;

genl_family! {
    #[family(name = "pm", fixed-header = Header)]
    trait Pm {
        #[op(1, uns-admin-perm)]
        fn flush();
    }
}

fn main() {}
