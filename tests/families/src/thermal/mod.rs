//! `thermal`: temperatures, what cools, and who is told (`include/uapi/linux/thermal.h`, `drivers/thermal/thermal_netlink.c`).

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
/// The lists hold attributes of this same set, one record behind the other and nothing between them.
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
    /// What it is for.
    #[attr(6)]
    pub tz_trip_type: Option<TripType>,
    /// From which temperature on.
    #[attr(7)]
    pub tz_trip_temp: Option<i32>,
    /// How far it has to fall below to be over.
    #[attr(8)]
    pub tz_trip_hyst: Option<i32>,
    /// Not used.
    #[attr(9)]
    pub tz_mode: Option<DeviceMode>,
    /// The type of a thermal zone, which is what its driver calls it.
    #[attr(10, max_len = 20)]
    pub tz_name: Option<String>,
    /// Not used.
    #[attr(11)]
    pub tz_cdev_weight: Option<u32>,
    /// Not used.
    #[attr(12, nest)]
    pub tz_gov: Option<Governor>,
    /// The governor of a thermal zone: who decides how much is cooled.
    #[attr(13, max_len = 20)]
    pub tz_gov_name: Option<String>,
    /// Cooling devices.
    #[attr(14, nest)]
    pub cdev: Vec<CdevPart>,
    /// The id of a cooling device.
    #[attr(15)]
    pub cdev_id: Option<u32>,
    /// How much it cools, from 0.
    #[attr(16)]
    pub cdev_cur_state: Option<u32>,
    /// How much it can.
    #[attr(17)]
    pub cdev_max_state: Option<u32>,
    /// Its type, which is what its driver calls it. It may be longer than the policy says.
    #[attr(18)]
    pub cdev_name: Option<String>,
    /// The governor that a thermal zone has from now on.
    #[attr(19)]
    pub gov_name: Option<String>,
    /// What CPUs can do.
    #[attr(20, nest)]
    pub cpu_capability: Vec<CpuCapabilityPart>,
    /// A CPU.
    #[attr(21)]
    pub cpu_capability_id: Option<u32>,
    /// How fast it is, from 0 to 1023.
    #[attr(22)]
    pub cpu_capability_performance: Option<u32>,
    /// How little power it takes for that, from 0 to 1023.
    #[attr(23)]
    pub cpu_capability_efficiency: Option<u32>,
    /// Thresholds.
    #[attr(24, nest)]
    pub threshold: Vec<ThresholdPart>,
    /// The temperature of a threshold.
    #[attr(25)]
    pub threshold_temp: Option<i32>,
    /// On which way it is told.
    #[attr(26, flags)]
    pub threshold_direction: Option<ThresholdWay>,
    /// The temperature of a thermal zone before.
    #[attr(27)]
    pub tz_prev_temp: Option<i32>,
}

/// What was to be told of a governor, and never was.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Governor {}

/// What a trip point is for (`enum thermal_trip_type`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum TripType {
    /// Something is switched on, as a fan.
    Active = 0,
    /// Something is slowed down, as a CPU.
    Passive = 1,
    /// The driver is told.
    Hot = 2,
    /// The machine is shut down.
    Critical = 3,
    /// Something else.
    #[unknown]
    Other(u32),
}

/// Whether a thermal zone is cared for (`enum thermal_device_mode`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum DeviceMode {
    /// It is not.
    Disabled = 0,
    /// It is.
    Enabled = 1,
    /// Something else.
    #[unknown]
    Other(u32),
}

bitflags! {
    /// On which way a threshold is told (`THERMAL_THRESHOLD_WAY_*`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct ThresholdWay: u32 {
        /// When it becomes warmer.
        const UP = 1;
        /// When it becomes cooler.
        const DOWN = 2;
    }
}

genl_family! {
    /// Temperatures, what cools, and who is told. In the machine's first network namespace alone.
    #[family(name = "thermal", version = 2)]
    pub trait Thermal {
        /// Temperatures as they are measured.
        const SAMPLING: MulticastGroup = "sampling";

        /// All other events.
        const EVENT: MulticastGroup = "event";

        /// The thermal zones, in one reply.
        #[op(1, dump, lax)]
        fn tz_get_id() -> Zones;

        /// The trip points of a thermal zone. `EINVAL`, here and below: there is no such zone.
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

        /// Adds a threshold, or a way to one. Takes `CAP_SYS_ADMIN`. `EEXIST`: it is there.
        #[op(8, lax)]
        fn threshold_add(request: Threshold);

        /// Takes a threshold away, or a way from one. Takes `CAP_SYS_ADMIN`. `ENOENT`: there is none of this temperature.
        #[op(9, lax)]
        fn threshold_delete(request: Threshold);

        /// Takes all thresholds of a thermal zone away. Takes `CAP_SYS_ADMIN`.
        #[op(10, lax)]
        fn threshold_flush(request: ZoneId);

        /// The temperature of a thermal zone was measured.
        #[event(0, group = SAMPLING)]
        fn sampling_temp(event: ZoneTemp);

        /// A thermal zone has come.
        #[event(1, group = EVENT)]
        fn tz_create(event: ZoneCreate);

        /// A thermal zone has gone.
        #[event(2, group = EVENT)]
        fn tz_delete(event: ZoneId);

        /// A thermal zone is no longer cared for.
        #[event(3, group = EVENT)]
        fn tz_disable(event: ZoneId);

        /// A thermal zone is cared for.
        #[event(4, group = EVENT)]
        fn tz_enable(event: ZoneId);

        /// A thermal zone has become as warm as a trip point.
        #[event(5, group = EVENT)]
        fn tz_trip_up(event: TripCrossed);

        /// A thermal zone has become cooler than a trip point.
        #[event(6, group = EVENT)]
        fn tz_trip_down(event: TripCrossed);

        /// A trip point was changed.
        #[event(7, group = EVENT)]
        fn tz_trip_change(event: TripChange);

        /// A trip point has come. No kernel sends it any longer.
        #[event(8, group = EVENT)]
        fn tz_trip_add(event: TripChange);

        /// A trip point has gone. No kernel sends it any longer.
        #[event(9, group = EVENT)]
        fn tz_trip_delete(event: TripId);

        /// A cooling device has come.
        #[event(10, group = EVENT)]
        fn cdev_add(event: CdevAdd);

        /// A cooling device has gone.
        #[event(11, group = EVENT)]
        fn cdev_delete(event: CdevId);

        /// A cooling device cools more, or less.
        #[event(12, group = EVENT)]
        fn cdev_state_update(event: CdevStateUpdate);

        /// A thermal zone has another governor.
        #[event(13, group = EVENT)]
        fn tz_gov_change(event: GovChange);

        /// CPUs can do more, or less.
        #[event(14, group = EVENT)]
        fn cpu_capability_change(event: CpuCapabilityChange);

        /// A threshold was added.
        #[event(15, group = EVENT)]
        fn threshold_added(event: Threshold);

        /// A threshold was taken away.
        #[event(16, group = EVENT)]
        fn threshold_deleted(event: Threshold);

        /// All thresholds of a thermal zone were taken away.
        #[event(17, group = EVENT)]
        fn threshold_flushed(event: ZoneId);

        /// A thermal zone has become warmer than one of its thresholds, or several.
        #[event(18, group = EVENT)]
        fn threshold_up(event: ThresholdCrossed);

        /// A thermal zone has become cooler than one of its thresholds, or several.
        #[event(19, group = EVENT)]
        fn threshold_down(event: ThresholdCrossed);
    }
}
