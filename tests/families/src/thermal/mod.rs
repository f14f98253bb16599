//! `thermal`: temperatures and cooling devices (`include/uapi/linux/thermal.h`, `drivers/thermal/thermal_netlink.c`).

mod messages;
mod parts;

pub use messages::{
    CdevAdd, CdevId, CdevStateUpdate, Cdevs, CpuCapabilityChange, GovChange, Threshold,
    ThresholdCrossed, Thresholds, TripChange, TripCrossed, TripId, Trips, ZoneCreate, ZoneGov,
    ZoneId, ZoneTemp, Zones,
};
pub use parts::{
    Cdev, CdevPart, CpuCapability, CpuCapabilityPart, ThresholdPart, Trip, TripPart, UserThreshold,
    Zone, ZonePart,
};

use bitflags::bitflags;
use genl::{AttributeSet, Enumeration, genl_family};

/// Attributes (`THERMAL_GENL_ATTR_*`). Temperatures are in thousandths of a degree Celsius.
///
/// The lists contain attributes of this same set, one record after the other without a separator.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct ThermalAttr {
    /// Thermal zones.
    #[attr(1, nest)]
    pub tz: Vec<ZonePart>,
    /// The id of a thermal zone.
    #[attr(2)]
    pub tz_id: Option<u32>,
    /// Its temperature.
    #[attr(3)]
    pub tz_temp: Option<i32>,
    /// Trip points.
    #[attr(4, nest)]
    pub tz_trip: Vec<TripPart>,
    /// The id of a trip point, in its zone.
    #[attr(5)]
    pub tz_trip_id: Option<u32>,
    /// The type.
    #[attr(6)]
    pub tz_trip_type: Option<TripType>,
    /// The temperature from which it applies.
    #[attr(7)]
    pub tz_trip_temp: Option<i32>,
    /// The hysteresis: how far the temperature has to fall below it.
    #[attr(8)]
    pub tz_trip_hyst: Option<i32>,
    /// Not used.
    #[attr(9)]
    pub tz_mode: Option<DeviceMode>,
    /// The type of a thermal zone, a name given by the driver.
    #[attr(10, max_len = 20)]
    pub tz_name: Option<String>,
    /// Not used.
    #[attr(11)]
    pub tz_cdev_weight: Option<u32>,
    /// Not used.
    #[attr(12, nest)]
    pub tz_gov: Option<Governor>,
    /// The governor of a thermal zone, which determines the cooling.
    #[attr(13, max_len = 20)]
    pub tz_gov_name: Option<String>,
    /// Cooling devices.
    #[attr(14, nest)]
    pub cdev: Vec<CdevPart>,
    /// The id of a cooling device.
    #[attr(15)]
    pub cdev_id: Option<u32>,
    /// The state of a cooling device, from 0.
    #[attr(16)]
    pub cdev_cur_state: Option<u32>,
    /// The greatest state.
    #[attr(17)]
    pub cdev_max_state: Option<u32>,
    /// The type, a name given by the driver. It may be longer than the policy says.
    #[attr(18)]
    pub cdev_name: Option<String>,
    /// The new governor of a thermal zone.
    #[attr(19)]
    pub gov_name: Option<String>,
    /// The capabilities of CPUs.
    #[attr(20, nest)]
    pub cpu_capability: Vec<CpuCapabilityPart>,
    /// A CPU.
    #[attr(21)]
    pub cpu_capability_id: Option<u32>,
    /// The performance, from 0 to 1023.
    #[attr(22)]
    pub cpu_capability_performance: Option<u32>,
    /// The energy efficiency, from 0 to 1023.
    #[attr(23)]
    pub cpu_capability_efficiency: Option<u32>,
    /// Thresholds.
    #[attr(24, nest)]
    pub threshold: Vec<ThresholdPart>,
    /// The temperature of a threshold.
    #[attr(25)]
    pub threshold_temp: Option<i32>,
    /// The directions in which it is reported.
    #[attr(26, flags)]
    pub threshold_direction: Option<ThresholdWay>,
    /// The previous temperature of a thermal zone.
    #[attr(27)]
    pub tz_prev_temp: Option<i32>,
}

/// Unused.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Governor {}

/// The type of a trip point (`enum thermal_trip_type`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum TripType {
    /// Active: something is switched on, such as a fan.
    Active = 0,
    /// Passive: something is slowed down, such as a CPU.
    Passive = 1,
    /// The driver is notified.
    Hot = 2,
    /// The machine is shut down.
    Critical = 3,
    /// Another value.
    #[unknown]
    Other(u32),
}

/// Whether a thermal zone is enabled (`enum thermal_device_mode`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum DeviceMode {
    /// It is not.
    Disabled = 0,
    /// It is.
    Enabled = 1,
    /// Another value.
    #[unknown]
    Other(u32),
}

bitflags! {
    /// The directions in which a threshold is reported (`THERMAL_THRESHOLD_WAY_*`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct ThresholdWay: u32 {
        /// When the temperature rises.
        const UP = 1;
        /// When the temperature falls.
        const DOWN = 2;
    }
}

genl_family! {
    /// Temperatures and cooling devices. The family exists only in the initial network namespace.
    #[family(name = "thermal", version = 2)]
    pub trait Thermal {
        /// Measured temperatures.
        const SAMPLING: MulticastGroup = "sampling";

        /// All other events.
        const EVENT: MulticastGroup = "event";

        /// The thermal zones, in one reply.
        #[op(1, dump, lax)]
        fn tz_get_id() -> Zones;

        /// Returns the trip points of a thermal zone. This and the following operations fail with `EINVAL` if there is no such zone.
        #[op(2, lax)]
        fn tz_get_trip(request: ZoneId) -> Trips;

        /// The temperature of a thermal zone.
        #[op(3, lax)]
        fn tz_get_temp(request: ZoneId) -> ZoneTemp;

        /// The governor of a thermal zone.
        #[op(4, lax)]
        fn tz_get_gov(request: ZoneId) -> ZoneGov;

        /// The cooling devices, in one reply.
        #[op(6, dump, lax)]
        fn cdev_get() -> Cdevs;

        /// The thresholds of a thermal zone, the lowest first.
        #[op(7, lax)]
        fn threshold_get(request: ZoneId) -> Thresholds;

        /// Adds a threshold, or a direction to one. Needs `CAP_SYS_ADMIN`. Fails with `EEXIST` if it exists.
        #[op(8, lax)]
        fn threshold_add(request: Threshold);

        /// Removes a threshold, or a direction from one. Needs `CAP_SYS_ADMIN`. Fails with `ENOENT` if it does not exist.
        #[op(9, lax)]
        fn threshold_delete(request: Threshold);

        /// Removes all thresholds of a thermal zone. Needs `CAP_SYS_ADMIN`.
        #[op(10, lax)]
        fn threshold_flush(request: ZoneId);

        /// The temperature of a thermal zone was measured.
        #[event(0, group = SAMPLING)]
        fn sampling_temp(event: ZoneTemp);

        /// A thermal zone was added.
        #[event(1, group = EVENT)]
        fn tz_create(event: ZoneCreate);

        /// A thermal zone was removed.
        #[event(2, group = EVENT)]
        fn tz_delete(event: ZoneId);

        /// A thermal zone was disabled.
        #[event(3, group = EVENT)]
        fn tz_disable(event: ZoneId);

        /// A thermal zone was enabled.
        #[event(4, group = EVENT)]
        fn tz_enable(event: ZoneId);

        /// The temperature of a thermal zone has reached a trip point.
        #[event(5, group = EVENT)]
        fn tz_trip_up(event: TripCrossed);

        /// The temperature of a thermal zone has fallen below a trip point.
        #[event(6, group = EVENT)]
        fn tz_trip_down(event: TripCrossed);

        /// A trip point was changed.
        #[event(7, group = EVENT)]
        fn tz_trip_change(event: TripChange);

        /// A trip point was added. Current kernels no longer send this.
        #[event(8, group = EVENT)]
        fn tz_trip_add(event: TripChange);

        /// A trip point was removed. Current kernels no longer send this.
        #[event(9, group = EVENT)]
        fn tz_trip_delete(event: TripId);

        /// A cooling device was added.
        #[event(10, group = EVENT)]
        fn cdev_add(event: CdevAdd);

        /// A cooling device was removed.
        #[event(11, group = EVENT)]
        fn cdev_delete(event: CdevId);

        /// The state of a cooling device was changed.
        #[event(12, group = EVENT)]
        fn cdev_state_update(event: CdevStateUpdate);

        /// The governor of a thermal zone was changed.
        #[event(13, group = EVENT)]
        fn tz_gov_change(event: GovChange);

        /// The capabilities of CPUs were changed.
        #[event(14, group = EVENT)]
        fn cpu_capability_change(event: CpuCapabilityChange);

        /// A threshold was added.
        #[event(15, group = EVENT)]
        fn threshold_added(event: Threshold);

        /// A threshold was removed.
        #[event(16, group = EVENT)]
        fn threshold_deleted(event: Threshold);

        /// All thresholds of a thermal zone were removed.
        #[event(17, group = EVENT)]
        fn threshold_flushed(event: ZoneId);

        /// The temperature of a thermal zone has risen above one or more of its thresholds.
        #[event(18, group = EVENT)]
        fn threshold_up(event: ThresholdCrossed);

        /// The temperature of a thermal zone has fallen below one or more of its thresholds.
        #[event(19, group = EVENT)]
        fn threshold_down(event: ThresholdCrossed);
    }
}
