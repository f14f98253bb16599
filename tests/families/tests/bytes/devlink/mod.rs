//! `devlink`, compared with `fixtures/devlink.txt` and `devlink-reports.txt`, which C programs wrote, and with
//! `devlink-bindings.txt`, which another crate wrote from the YAML.

mod dev;
mod health;
mod messages;
mod port;
mod refusals;
mod trap;

use std::fmt::Debug;

use genl::AttributeSet;
use genl_families::devlink::{DevId, DlNestedDevlink};

use crate::support::{decode, stored};

const C: &str = concat!(
    include_str!("../../fixtures/devlink.txt"),
    include_str!("../../fixtures/devlink-reports.txt")
);
const BINDINGS: &str = include_str!("../../fixtures/devlink-bindings.txt");

/// Checks that the attributes under `name` are decoded as `value`, and that `value` is encoded as these attributes.
fn both_ways<S>(text: &str, name: &str, value: &S)
where
    S: for<'a> AttributeSet<View<'a> = S> + PartialEq + Debug,
{
    let bytes = stored(text, name);
    assert_eq!(decode::<S>(&bytes).as_ref(), Ok(value), "{name}");
    assert_eq!(value.to_bytes(), Ok(bytes), "{name}");
}

/// Checks that the kernel's form, with its order, flags and pads, is decoded as `value` too.
fn is_read<S>(name: &str, value: &S)
where
    S: for<'a> AttributeSet<View<'a> = S> + PartialEq + Debug,
{
    let bytes = stored(C, name);
    assert_eq!(decode::<S>(&bytes).as_ref(), Ok(value), "{name}");
    let again = value.to_bytes().expect("what was read can be written");
    assert_ne!(again, bytes, "{name}");
    assert_eq!(decode::<S>(&again).as_ref(), Ok(value), "{name}");
}

fn bus() -> String {
    "pci".to_owned()
}

fn device() -> String {
    "0000:03:00.0".to_owned()
}

fn by_name() -> DevId {
    DevId {
        bus_name: Some(bus()),
        dev_name: Some(device()),
        index: None,
    }
}

fn nested_devlink() -> DlNestedDevlink {
    DlNestedDevlink {
        bus_name: Some("auxiliary".to_owned()),
        dev_name: Some("mlx5_core.sf.4".to_owned()),
        index: Some(9),
        netns_id: Some(1),
    }
}
