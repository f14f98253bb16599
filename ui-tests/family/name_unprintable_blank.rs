use genl::genl_family;

genl_family! {
    #[family(name = "TCM USER")]
    trait Pm {
        #[allow(unused)]
        const EVENTS: MulticastGroup = " ";
        #[allow(unused)]
        const CONFIG: MulticastGroup = "con\tfig";
        #[op(1)]
        fn clear();
    }
}

fn main() {}
