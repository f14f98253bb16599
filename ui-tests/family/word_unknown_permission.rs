use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1, permission = CAP_NET_ADMIN)]
        fn flush();
        #[op(2, multicast)]
        fn flushed();
        #[op(3, frobnicate)]
        fn frobnicate();
    }
}

fn main() {}
