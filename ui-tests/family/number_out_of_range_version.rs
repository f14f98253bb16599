use genl::genl_family;

genl_family! {
    #[family(name = "pm", version = 256)]
    trait Pm {
        #[op(1)]
        fn flush();
    }
}

fn main() {}
