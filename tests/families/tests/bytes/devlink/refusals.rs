//! Invalid values are refused, and the error contains the place.

use genl::{AttributeSet, Bitfield32};
use genl_families::devlink::{
    Dev, DevId, FmsgReply, HealthReporter, PortFnAttrCap, PortFunctionSet, PortSet, Reload,
    ReloadLimits, Reloaded, Trap,
};

use super::{C, dev, port};
use crate::support::{decode, stored};

fn unwritable<S: AttributeSet>(value: &S, text: &str) {
    let error = value.to_bytes().expect_err(text).to_string();
    assert!(error.contains(text), "{error}");
}

/// Replaces the first occurrence of the bytes `from` by `to` in the attributes under `name`.
fn broken<S: for<'a> AttributeSet<View<'a> = S>>(name: &str, from: &[u8], to: &[u8], text: &str) {
    let mut bytes = stored(C, name);
    let place = bytes.windows(from.len()).position(|found| found == from);
    let place = place.expect("it is there");
    bytes[place..place + to.len()].copy_from_slice(to);
    let error = decode::<S>(&bytes).map(drop).expect_err(text).to_string();
    assert!(error.contains(text), "{error}");
}

#[test]
fn bits_outside_of_the_selector() {
    let limits = |value, selector| Reload {
        reload_limits: Some(Bitfield32 { value, selector }),
        ..dev::reload()
    };
    let none = ReloadLimits::empty();
    unwritable(&limits(ReloadLimits::NO_RESET, none), "`reload-limits`");
    let unknown = ReloadLimits::from_bits_retain(1 << 31);
    unwritable(
        &limits(ReloadLimits::NO_RESET | unknown, ReloadLimits::NO_RESET),
        "`reload-limits`",
    );
    assert!(limits(none, unknown).to_bytes().is_ok());

    let set = PortSet {
        port_function: Some(PortFunctionSet {
            caps: Some(Bitfield32 {
                value: PortFnAttrCap::ROCE | PortFnAttrCap::MIGRATABLE,
                selector: PortFnAttrCap::ROCE,
            }),
            ..PortFunctionSet::default()
        }),
        ..port::set()
    };
    unwritable(&set, "`port-function.caps`");
}

/// A bitfield that is decoded is not checked: the kernel's bits are kept.
#[test]
fn bits_outside_of_the_selector_are_kept() {
    let mut bytes = stored(C, "reload");
    let selector = bytes.len() - 4;
    bytes[selector] = 2;
    let read = decode::<Reloaded>(&bytes).expect("a reply");
    let performed = read.reload_actions_performed.expect("it is there");
    assert_eq!((performed.value.bits(), performed.selector.bits()), (6, 2));
}

#[test]
fn values_out_of_range() {
    let device = DevId {
        index: Some(1 << 32),
        ..DevId::default()
    };
    unwritable(&device, "`index`");
    let set = PortFunctionSet {
        hw_addr: Some(vec![0; 33]),
        ..PortFunctionSet::default()
    };
    unwritable(&set, "`hw-addr`");
}

#[test]
fn lengths_at_every_depth() {
    broken::<Reloaded>(
        "reload",
        &[12, 0, 154, 0],
        &[8, 0],
        "`reload-actions-performed` has 4 bytes, expected 8",
    );
    // The number under the second limit of the second action. It is the only 3.
    broken::<Dev>(
        "dev",
        &[8, 0, 160, 0, 3],
        &[6, 0],
        "`dev-stats.reload-stats.reload-action-info[1].reload-action-stats[0].reload-stats-entry[1].reload-stats-value` \
         has 2 bytes, expected 4",
    );
    // In the first pair: the type of its value, and its name.
    broken::<FmsgReply>(
        "fmsg-first",
        &[5, 0, 112, 0],
        &[4, 0],
        "`fmsg[3].fmsg-obj-value-type`",
    );
    broken::<FmsgReply>(
        "fmsg-first",
        b"\x08\x00\x6f\x00sqn\0",
        &[7, 0],
        "`fmsg[2].fmsg-obj-name`",
    );
    broken::<HealthReporter>(
        "health-reporter-kernel",
        &[12, 0, 117, 0],
        &[8, 0],
        "`health-reporter.health-reporter-err-count` has 4 bytes, expected 8",
    );
    broken::<Trap>(
        "trap",
        &[12, 0, 0, 0, 1],
        &[8, 0],
        "`stats.stats-rx-packets` has 4 bytes, expected 8",
    );
}

#[test]
fn required_attributes() {
    let missing = |error: genl::DecodeError, text| {
        let error = error.to_string();
        assert!(error.contains(text), "{error}");
    };
    let bytes = stored(C, "dev-request");
    let error = decode::<HealthReporter>(&bytes).expect_err("no reporter");
    missing(error, "missing attribute `health-reporter`");
    let error = decode::<FmsgReply>(&bytes).expect_err("no message");
    missing(error, "missing attribute `fmsg`");
    let error = decode::<Trap>(&bytes).expect_err("no trap");
    missing(error, "missing attribute `trap-name`");
}
