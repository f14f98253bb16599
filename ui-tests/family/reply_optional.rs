use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct Device {
    #[attr(1)]
    pub index: u32,
}

genl_family! {
    #[family(name = "devices")]
    pub trait Devices {
        #[op(1)]
        fn get() -> Option<Device>;

        #[op(1, dump)]
        fn list() -> Option<Device>;
    }
}

fn main() {}
