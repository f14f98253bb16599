#![deny(for_loops_over_fallibles)]

use genl::{AttributeSet, genl_family};

#[derive(Debug, AttributeSet)]
struct Dev {
    #[attr(1)]
    index: u32,
}

genl_family! {
    #[family(name = "netdev")]
    trait Netdev {
        #[op(1, dump)]
        fn list() -> Dev;
    }
}

fn main() -> Result<(), genl::Error> {
    let mut netdev = Netdev::connect()?;
    for dev in netdev.list() {
        println!("{dev:?}");
    }
    Ok(())
}
