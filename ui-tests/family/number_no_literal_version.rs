use genl::genl_family;

const VERSION: u8 = 1;

genl_family! {
    #[family(name = "pm", version = VERSION)]
    trait Pm {
        #[op(1)]
        fn flush();
    }
}

fn main() {}
