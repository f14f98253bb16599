//! `thermal`, compared with `fixtures/thermal.txt`, which a C program wrote.

mod answers;
mod events;

use core::fmt::Debug;

use genl::AttributeSet;
use genl_families::thermal::{
    Cdev, CdevPart, Cdevs, CpuCapability, CpuCapabilityChange, CpuCapabilityPart, Thermal,
    ThermalAttr, Threshold, ThresholdPart, ThresholdWay, Thresholds, Trip, TripPart, TripType,
    Trips, UserThreshold, Zone, ZoneGov, ZoneId, ZonePart, ZoneTemp, Zones,
};

use crate::support::{decode, never_panics, stored};

const C: &str = include_str!("../../fixtures/thermal.txt");

/// Checks that the set is encoded as these bytes, and decoded from them.
fn both_ways<S>(name: &str, set: &S)
where
    S: for<'a> AttributeSet<View<'a> = S> + PartialEq + Debug,
{
    let bytes = stored(C, name);
    assert_eq!(set.to_bytes(), Ok(bytes.clone()), "{name}");
    assert_eq!(decode::<S>(&bytes).as_ref(), Ok(set), "{name}");
}

fn zones() -> Zones {
    let part = |id, name: &str| [ZonePart::TzId(id), ZonePart::TzName(name.to_owned())];
    Zones {
        tz: [part(0, "acpitz"), part(1, "x86_pkg_temp")].concat(),
    }
}

fn cdevs() -> Cdevs {
    let part = |id, name: &str| [CdevPart::CdevId(id), CdevPart::CdevName(name.to_owned())];
    Cdevs {
        cdev: [part(0, "Processor"), part(4, "intel_powerclamp")].concat(),
    }
}

fn trips() -> Trips {
    let part = |id, kind, temp, hyst| {
        [
            TripPart::TzTripId(id),
            TripPart::TzTripType(kind),
            TripPart::TzTripTemp(temp),
            TripPart::TzTripHyst(hyst),
        ]
    };
    let tz_trip = [
        part(0, TripType::Critical, 103_000, 0),
        part(1, TripType::Passive, -40_000, 2500),
        part(2, TripType::Active, -274_000, 0),
        part(3, TripType::Other(9), 90_000, 1000),
    ];
    Trips {
        tz_trip: tz_trip.concat(),
    }
}

fn thresholds() -> Thresholds {
    Thresholds {
        threshold: vec![
            ThresholdPart::ThresholdTemp(-1000),
            ThresholdPart::ThresholdDirection(ThresholdWay::DOWN),
            ThresholdPart::ThresholdTemp(65_000),
            ThresholdPart::ThresholdDirection(ThresholdWay::all()),
        ],
    }
}

fn cpus() -> CpuCapabilityChange {
    use CpuCapabilityPart as Part;
    let part = |id, performance, efficiency| {
        [
            Part::CpuCapabilityId(id),
            Part::CpuCapabilityPerformance(performance),
            Part::CpuCapabilityEfficiency(efficiency),
        ]
    };
    CpuCapabilityChange {
        cpu_capability: [part(0, 1023, 0), part(1, 512, 768)].concat(),
    }
}

fn threshold(tz_id: u32, threshold_temp: i32, threshold_direction: ThresholdWay) -> Threshold {
    Threshold {
        tz_id,
        threshold_temp,
        threshold_direction,
    }
}

#[test]
fn requests_and_replies_agree_with_c() {
    both_ways("zone", &ZoneId { tz_id: 1 });
    both_ways("threshold", &threshold(1, -1000, ThresholdWay::DOWN));
    both_ways("zones", &zones());
    both_ways("zones-none", &Zones::default());
    both_ways("trips", &trips());
    let (tz_id, tz_temp, tz_gov_name) = (1, -5500, "step_wise".to_owned());
    both_ways("temp", &ZoneTemp { tz_id, tz_temp });
    both_ways("gov", &ZoneGov { tz_id, tz_gov_name });
    both_ways("cdevs", &cdevs());
    both_ways("thresholds", &thresholds());
}

#[test]
fn lists_are_decoded_record_by_record() {
    let zone = |id, name: &str| Zone {
        id: Some(id),
        name: Some(name.to_owned()),
    };
    let read: Vec<_> = zones().zones().collect();
    assert_eq!(read, [zone(0, "acpitz"), zone(1, "x86_pkg_temp")]);
    assert_eq!(Zones::default().zones().next(), None);

    let trip = |id, kind, temp, hyst| Trip {
        id: Some(id),
        kind: Some(kind),
        temp: Some(temp),
        hyst: Some(hyst),
    };
    let read: Vec<_> = trips().trips().collect();
    assert_eq!(read.len(), 4);
    assert_eq!(read[1], trip(1, TripType::Passive, -40_000, 2500));
    assert_eq!(read[3], trip(3, TripType::Other(9), 90_000, 1000));

    let cdev = |id, name: &str| Cdev {
        id: Some(id),
        name: Some(name.to_owned()),
    };
    let read: Vec<_> = cdevs().cdevs().collect();
    assert_eq!(read, [cdev(0, "Processor"), cdev(4, "intel_powerclamp")]);

    let read: Vec<_> = thresholds().thresholds().collect();
    let both = UserThreshold {
        temp: Some(65_000),
        direction: Some(ThresholdWay::UP | ThresholdWay::DOWN),
    };
    assert_eq!((read.len(), read[1]), (2, both));

    let read: Vec<_> = cpus().cpus().collect();
    let slow = CpuCapability {
        id: Some(1),
        performance: Some(512),
        efficiency: Some(768),
    };
    assert_eq!((read.len(), read[1]), (2, slow));
}

/// A record starts at its id, whichever attributes follow, in any order.
#[test]
fn incomplete_records_keep_their_attributes() {
    let trips = Trips {
        tz_trip: vec![
            TripPart::TzTripTemp(1),
            TripPart::TzTripId(5),
            TripPart::TzTripId(6),
            TripPart::TzTripHyst(2),
            TripPart::TzTripTemp(3),
        ],
    };
    let id = |id| Trip {
        id: Some(id),
        ..Trip::default()
    };
    let first = Trip {
        temp: Some(1),
        ..Trip::default()
    };
    let last = Trip {
        temp: Some(3),
        hyst: Some(2),
        ..id(6)
    };
    assert_eq!(trips.trips().collect::<Vec<_>>(), [first, id(5), last]);
}

/// Returns the text of an error.
fn refused<T: Debug, E: ToString + Debug>(result: Result<T, E>) -> String {
    result.expect_err("a mistake").to_string()
}

#[test]
fn invalid_values_are_refused() {
    // The second attribute of the second trip point is its type.
    let mut bytes = stored(C, "trips");
    assert_eq!(bytes[44..48], [8, 0, 6, 0]);
    bytes[44] = 7;
    assert_eq!(
        refused(decode::<Trips>(&bytes)),
        "attribute `tz-trip[5].tz-trip-type` has 3 bytes, expected 4 (at byte 64)"
    );
    let mut bytes = stored(C, "zones");
    let nul = bytes.len() - 4;
    assert_eq!(bytes[nul - 1..], *b"p\0\0\0\0");
    bytes[nul] = b'!';
    let error = refused(decode::<Zones>(&bytes));
    assert!(error.contains("`tz[3].tz-name`"), "{error}");
    assert_eq!(
        refused(decode::<Trips>(&stored(C, "zones"))),
        "missing attribute `tz-trip`"
    );
    assert_eq!(
        refused(decode::<Threshold>(&stored(C, "zone"))),
        "missing attribute `threshold-temp`"
    );

    let tz = vec![ZonePart::TzId(1), ZonePart::TzName("x".repeat(21))];
    let error = refused(Zones { tz }.to_bytes());
    assert!(error.contains("`tz[1].tz-name`"), "{error}");
}

#[test]
fn broken_bytes_never_panic() {
    never_panics::<Zones>(&stored(C, "zones"));
    never_panics::<Trips>(&stored(C, "trips"));
    never_panics::<Cdevs>(&stored(C, "cdevs"));
    never_panics::<Thresholds>(&stored(C, "thresholds"));
    never_panics::<CpuCapabilityChange>(&stored(C, "event-14-cpu-capability-change"));
    for name in ["zones", "trips", "gov", "threshold", "event-10-cdev-add"] {
        never_panics::<ThermalAttr>(&stored(C, name));
    }
}

/// `THERMAL_GENL_FAMILY_NAME`, `THERMAL_GENL_VERSION`, `THERMAL_GENL_*_GROUP_NAME`, `THERMAL_GENL_CMD_*`.
#[test]
fn family_agrees_with_the_header() {
    let family = Thermal::DESCRIPTION;
    assert_eq!((family.name, family.version), ("thermal", 2));
    let groups: Vec<_> = family.groups.iter().map(|group| group.name).collect();
    assert_eq!(groups, ["sampling", "event"]);
    let commands = family.operations.iter();
    let commands: Vec<_> = commands.map(|it| (it.name, it.command)).collect();
    assert_eq!(
        commands,
        [
            ("tz-get-id", 1),
            ("tz-get-trip", 2),
            ("tz-get-temp", 3),
            ("tz-get-gov", 4),
            ("cdev-get", 6),
            ("threshold-get", 7),
            ("threshold-add", 8),
            ("threshold-delete", 9),
            ("threshold-flush", 10),
        ]
    );
    let numbers = ThermalAttr::DESCRIPTION.attributes.iter();
    assert!(numbers.map(|it| it.number).eq(1..=27));
}
