use genl::genl_family;

genl_family! {
    #[family(name = "ovs_flow", header = "OvsHeader")]
    trait OvsFlow {
        #[op(1)]
        fn flush();
    }
}

fn main() {}
