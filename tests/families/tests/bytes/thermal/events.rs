//! Events, each by its command.

use core::fmt::Debug;

use genl::{AttributeSet, Attributes, Events};
use genl_families::thermal::{
    CdevAdd, CdevId, CdevStateUpdate, GovChange, Thermal, ThermalEvent, ThresholdCrossed,
    ThresholdWay, TripChange, TripCrossed, TripId, TripType, ZoneCreate, ZoneId, ZoneTemp,
};

use super::{C, cpus, stored, threshold};

/// Checks that `event-COMMAND-NAME` of the C program is decoded as `variant` of `set`, and that `set` is encoded in the same way.
fn is<S>(stored_as: &str, variant: fn(S) -> ThermalEvent, set: S)
where
    S: AttributeSet + Debug,
{
    let bytes = stored(C, stored_as);
    assert_eq!(set.to_bytes(), Ok(bytes.clone()), "{stored_as}");

    let parts = stored_as.strip_prefix("event-");
    let (command, name) = parts.and_then(|it| it.split_once('-')).expect("an event");
    let command = command.parse().expect("a command");
    assert_eq!(Thermal::DESCRIPTION.event_name(command), name);
    let read = ThermalEvent::decode(command, Attributes::new(&bytes, 20));
    assert_eq!(read, Ok(variant(set)), "{stored_as}");
}

const ZONE: ZoneId = ZoneId { tz_id: 3 };

#[test]
fn events_of_zones_agree_with_c() {
    let (tz_id, tz_temp) = (3, 41_500);
    let temp = ZoneTemp { tz_id, tz_temp };
    is("event-0-sampling-temp", ThermalEvent::SamplingTemp, temp);
    let tz_name = "nineteen-letters-19".to_owned();
    let create = ZoneCreate { tz_id, tz_name };
    is("event-1-tz-create", ThermalEvent::TzCreate, create);
    is("event-2-tz-delete", ThermalEvent::TzDelete, ZONE);
    is("event-3-tz-disable", ThermalEvent::TzDisable, ZONE);
    is("event-4-tz-enable", ThermalEvent::TzEnable, ZONE);
    let gov_name = "user_space".to_owned();
    let governor = GovChange { tz_id, gov_name };
    is(
        "event-13-tz-gov-change",
        ThermalEvent::TzGovChange,
        governor,
    );
}

#[test]
fn events_of_trip_points_agree_with_c() {
    let crossed = |tz_temp| TripCrossed {
        tz_id: 3,
        tz_trip_id: 1,
        tz_temp,
    };
    is(
        "event-5-tz-trip-up",
        ThermalEvent::TzTripUp,
        crossed(Some(90_100)),
    );
    is(
        "event-6-tz-trip-down",
        ThermalEvent::TzTripDown,
        crossed(None),
    );
    let hot = TripChange {
        tz_id: 3,
        tz_trip_id: 1,
        tz_trip_type: TripType::Hot,
        tz_trip_temp: 95_000,
        tz_trip_hyst: 1500,
    };
    is("event-7-tz-trip-change", ThermalEvent::TzTripChange, hot);
    let active = TripChange {
        tz_id: 3,
        tz_trip_id: 2,
        tz_trip_type: TripType::Active,
        tz_trip_temp: 50_000,
        tz_trip_hyst: 0,
    };
    is("event-8-tz-trip-add", ThermalEvent::TzTripAdd, active);
    let trip = TripId {
        tz_id: 3,
        tz_trip_id: 2,
    };
    is("event-9-tz-trip-delete", ThermalEvent::TzTripDelete, trip);
}

#[test]
fn events_of_cooling_devices_and_cpus_agree_with_c() {
    let cdev_id = 5;
    let add = CdevAdd {
        cdev_name: "a-name-longer-than-twenty".to_owned(),
        cdev_id,
        cdev_max_state: 10,
    };
    is("event-10-cdev-add", ThermalEvent::CdevAdd, add);
    let gone = CdevId { cdev_id };
    is("event-11-cdev-delete", ThermalEvent::CdevDelete, gone);
    let state = CdevStateUpdate {
        cdev_id,
        cdev_cur_state: 7,
    };
    is(
        "event-12-cdev-state-update",
        ThermalEvent::CdevStateUpdate,
        state,
    );
    is(
        "event-14-cpu-capability-change",
        ThermalEvent::CpuCapabilityChange,
        cpus(),
    );
}

#[test]
fn events_of_thresholds_agree_with_c() {
    is(
        "event-15-threshold-added",
        ThermalEvent::ThresholdAdded,
        threshold(3, 65_000, ThresholdWay::UP),
    );
    is(
        "event-16-threshold-deleted",
        ThermalEvent::ThresholdDeleted,
        threshold(3, -65_000, ThresholdWay::DOWN),
    );
    is(
        "event-17-threshold-flushed",
        ThermalEvent::ThresholdFlushed,
        ZONE,
    );
    let crossed = |tz_prev_temp, tz_temp| ThresholdCrossed {
        tz_id: 3,
        tz_prev_temp,
        tz_temp,
    };
    is(
        "event-18-threshold-up",
        ThermalEvent::ThresholdUp,
        crossed(64_000, 66_000),
    );
    is(
        "event-19-threshold-down",
        ThermalEvent::ThresholdDown,
        crossed(500, -500),
    );
}

/// C wrote every event of the description. Only temperatures are sent to the other group.
#[test]
fn every_event_is_stored() {
    let events = Thermal::DESCRIPTION.events;
    assert!(events.iter().map(|event| event.command).eq(0..=19));
    for event in events {
        let bytes = stored(C, &format!("event-{}-{}", event.command, event.name));
        assert!(!bytes.is_empty());
        let group = if event.command == 0 {
            "sampling"
        } else {
            "event"
        };
        assert_eq!(event.group, Some(group));
    }
}
