//! A library with private types of requests and replies.
#![deny(private_interfaces)]

pub mod ports {
    use genl::{AttributeSet, genl_family};

    #[derive(AttributeSet)]
    struct Get {
        #[attr(1)]
        port: u16,
    }

    #[derive(AttributeSet)]
    struct Reply {
        #[attr(1)]
        port: u16,
    }

    #[derive(Clone, Debug, PartialEq, AttributeSet)]
    struct Change {
        #[attr(1)]
        port: u16,
    }

    genl_family! {
        #[family(name = "ports")]
        pub trait Ports {
            #[op(1)]
            fn get(request: Get);
            #[op(1, dump)]
            fn list() -> Reply;
            #[event(1, unicast)]
            fn changed(event: Change);
        }
    }
}

fn main() {}
