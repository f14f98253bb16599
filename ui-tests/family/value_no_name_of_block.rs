use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Dev {
    #[attr(1)]
    index: u32,
}

genl_family! {
    #[family(name = "netdev")]
    trait Netdev {
        const MGMT: MulticastGroup = "mgmt";
        const PAGE_POOL: MulticastGroup = "page-pool";
        #[op(1)]
        fn dev_get() -> Dev;
        #[event(2, group = Other::PAGE_POOL)]
        fn dev_add(event: Dev);
        #[event(3, group = [MGMT, PAGE_POOL])]
        fn dev_del(event: Dev);
        #[event(4, group = MGMT, notify = "dev-get")]
        fn dev_change();
    }
}

fn main() {}
