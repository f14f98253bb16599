//! `thermal`, which exists only in the initial network namespace. Few virtual machines have a thermal zone.

use std::error::Error;
use std::fs::{self, File};
use std::io;
use std::os::fd::AsFd;
use std::os::unix::fs::MetadataExt;

use genl::nlctrl::{GetFamily, Nlctrl};
use genl::{Listener, MulticastGroup};
use genl_families::known;
use genl_families::thermal::{Cdev, Thermal, ThermalEvent, Threshold, ThresholdWay, Zone, ZoneId};
use genl_tests::live::{LiveTest, live_test};

use crate::outside::outside;
use crate::policy::{self, Outcome};
use crate::thermal;

pub(crate) const TESTS: &[LiveTest] = &[
    live_test!(
        thermal::policy_agrees,
        needs = [OutsideFamily("thermal"), Admin]
    ),
    live_test!(
        thermal::zones_agree_with_sysfs,
        needs = [OutsideFamily("thermal"), Admin]
    ),
    live_test!(
        thermal::cooling_devices_agree_with_sysfs,
        needs = [OutsideFamily("thermal"), Admin]
    ),
    live_test!(
        thermal::missing_zones_are_refused,
        needs = [OutsideFamily("thermal"), Admin]
    ),
    live_test!(
        thermal::both_groups_are_joined,
        needs = [OutsideFamily("thermal"), Admin]
    ),
];

pub(crate) fn policy_agrees() -> Outcome {
    outside(|| policy::agrees(Thermal::DESCRIPTION, known::THERMAL))
}

/// Returns the only reply of a dump.
fn only<T>(
    replies: impl Iterator<Item = Result<T, genl::Error>>,
) -> Result<T, Box<dyn Error + 'static>> {
    let mut replies = replies.collect::<Result<Vec<_>, _>>()?;
    assert_eq!(replies.len(), 1, "one reply, if only of an empty list");
    Ok(replies.remove(0))
}

/// Returns the id and type of the entries of `/sys/class/thermal` whose name is `prefix` and a number, by id.
fn in_sysfs(prefix: &str) -> io::Result<Vec<(Option<u32>, Option<String>)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/sys/class/thermal")? {
        let entry = entry?;
        let name = entry.file_name();
        let id = name.to_str().and_then(|name| name.strip_prefix(prefix));
        if let Some(id) = id.and_then(|id| id.parse().ok()) {
            let kind = fs::read_to_string(entry.path().join("type"))?;
            found.push((Some(id), Some(kind.trim_end().to_owned())));
        }
    }
    found.sort();
    Ok(found)
}

pub(crate) fn zones_agree_with_sysfs() -> Outcome {
    let known = in_sysfs("thermal_zone")?;
    println!("{} thermal zones", known.len());
    outside(|| {
        let mut thermal = Thermal::connect()?;
        let mut zones: Vec<Zone> = only(thermal.tz_get_id()?)?.zones().collect();
        zones.sort_by_key(|zone| zone.id);
        let told = zones.iter().map(|zone| (zone.id, zone.name.clone()));
        assert!(told.eq(known), "{zones:?}");
        for zone in zones {
            let tz_id = zone.id.ok_or("no id")?;
            one_zone(&mut thermal, &ZoneId { tz_id })?;
        }
        Ok(())
    })
}

/// Checks the properties of any zone.
fn one_zone(thermal: &mut Thermal, zone: &ZoneId) -> Outcome {
    let file = |name: &str| {
        let path = format!("/sys/class/thermal/thermal_zone{}/{name}", zone.tz_id);
        fs::read_to_string(path).map(|text| text.trim_end().to_owned())
    };
    let governor = thermal.tz_get_gov(zone)?;
    assert_eq!(governor.tz_id, zone.tz_id);
    assert_eq!(governor.tz_gov_name, file("policy")?);
    for trip in thermal.tz_get_trip(zone)?.trips() {
        let id = trip.id.ok_or("no id")?;
        let temp = file(&format!("trip_point_{id}_temp"))?;
        assert_eq!(trip.temp, Some(temp.parse()?), "{trip:?}");
    }
    // A sensor may be disabled.
    if let Ok(read) = thermal.tz_get_temp(zone) {
        assert_eq!(read.tz_id, zone.tz_id);
    }
    for threshold in thermal.threshold_get(zone)?.thresholds() {
        assert!(threshold.temp.is_some() && threshold.direction.is_some());
    }
    Ok(())
}

pub(crate) fn cooling_devices_agree_with_sysfs() -> Outcome {
    let known = in_sysfs("cooling_device")?;
    println!("{} cooling devices", known.len());
    outside(|| {
        let mut cdevs: Vec<Cdev> = only(Thermal::connect()?.cdev_get()?)?.cdevs().collect();
        cdevs.sort_by_key(|cdev| cdev.id);
        let told = cdevs.iter().map(|cdev| (cdev.id, cdev.name.clone()));
        assert!(told.eq(known), "{cdevs:?}");
        Ok(())
    })
}

pub(crate) fn missing_zones_are_refused() -> Outcome {
    // No zone has the greatest possible id.
    let tz_id = u32::try_from(i32::MAX)?;
    let zone = ZoneId { tz_id };
    let threshold = Threshold {
        tz_id,
        threshold_temp: 65_000,
        threshold_direction: ThresholdWay::UP,
    };
    outside(|| {
        let mut thermal = Thermal::connect()?;
        let refused = [
            ("tz-get-trip", thermal.tz_get_trip(&zone).err()),
            ("tz-get-temp", thermal.tz_get_temp(&zone).err()),
            ("tz-get-gov", thermal.tz_get_gov(&zone).err()),
            ("threshold-get", thermal.threshold_get(&zone).err()),
            ("threshold-add", thermal.threshold_add(&threshold).err()),
            (
                "threshold-delete",
                thermal.threshold_delete(&threshold).err(),
            ),
            ("threshold-flush", thermal.threshold_flush(&zone).err()),
        ];
        for (operation, error) in refused {
            let error = error.ok_or(operation)?;
            assert_eq!(error.raw_os_error(), Some(libc::EINVAL), "{error}");
            let text = error.to_string();
            assert!(
                text.starts_with(&format!("thermal {operation}: ")),
                "{text}"
            );
        }
        Ok(())
    })
}

/// Without a thermal zone that changes, no event occurs. So the test does not wait for one, but asks the kernel for the groups of
/// the socket.
pub(crate) fn both_groups_are_joined() -> Outcome {
    outside(|| {
        let request = GetFamily {
            family_name: Some(Thermal::DESCRIPTION.name.to_owned()),
            ..GetFamily::default()
        };
        let groups = Nlctrl::connect()?.get_family(&request)?.mcast_groups;
        assert_eq!(groups.len(), 2, "{groups:?}");
        let mut both = 0;
        for group in groups {
            both |= groups_of(&Thermal::listen(&[known(&group.name)?])?)?;
        }
        assert_eq!(both.count_ones(), 2, "one for each");

        let mut events = Thermal::listen(&[Thermal::SAMPLING, Thermal::EVENT])?;
        assert_eq!(groups_of(&events)?, both);
        // No event is expected, but one that arrives must be decodable.
        while let Some(received) = events.try_next()? {
            println!("{received:?}");
        }
        Ok(())
    })
}

fn known(group: &str) -> Result<MulticastGroup, String> {
    let known = [Thermal::SAMPLING, Thermal::EVENT].into_iter();
    let mut known = known.filter(|known| known.name() == group);
    known.next().ok_or_else(|| format!("a group {group}"))
}

/// Returns the first 32 multicast groups that a socket has joined, as bits.
fn groups_of(events: &Listener<ThermalEvent>) -> Result<u32, Box<dyn Error>> {
    let socket = File::from(events.as_fd().try_clone_to_owned()?);
    let inode = socket.metadata()?.ino().to_string();
    let sockets = fs::read_to_string("/proc/thread-self/net/netlink")?;
    let mut sockets = sockets
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>());
    let ours = sockets.find(|columns| columns.last() == Some(&&*inode));
    let ours = ours.ok_or("the socket is not shown")?;
    let groups = u32::from_str_radix(ours[3], 16)?;
    // Every listener also joins the controller's group, which reports the end of its family.
    let notify = 1 << (genl::nlctrl::ID - 1);
    assert_eq!(groups & notify, notify);
    Ok(groups & !notify)
}
