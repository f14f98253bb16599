//! The attributes of requests, replies and events.

use genl::AttributeSet;

use super::parts::{self, Cdev, CpuCapability, Trip, UserThreshold, Zone};
use super::{
    CdevPart, CpuCapabilityPart, ThermalAttr, ThresholdPart, ThresholdWay, TripPart, TripType,
    ZonePart,
};

/// The thermal zones.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct Zones {
    /// Id and name of each.
    pub tz: Vec<ZonePart>,
}

impl Zones {
    /// Zone by zone.
    pub fn zones(&self) -> impl Iterator<Item = Zone> {
        parts::records(&self.tz)
    }
}

/// A thermal zone that is asked for, or was changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct ZoneId {
    /// Its id.
    pub tz_id: u32,
}

/// A thermal zone that was added.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct ZoneCreate {
    /// Its id.
    pub tz_id: u32,
    /// Its type.
    pub tz_name: String,
}

/// The temperature of a thermal zone.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct ZoneTemp {
    /// The id of the zone.
    pub tz_id: u32,
    /// Its temperature.
    pub tz_temp: i32,
}

/// The governor of a thermal zone.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct ZoneGov {
    /// The id of the zone.
    pub tz_id: u32,
    /// Its governor.
    pub tz_gov_name: String,
}

/// A thermal zone and its new governor.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct GovChange {
    /// The id of the zone.
    pub tz_id: u32,
    /// Its governor. The attribute differs from that of the reply.
    pub gov_name: String,
}

/// The trip points of a thermal zone.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct Trips {
    /// Id, type, temperature and hysteresis of each.
    pub tz_trip: Vec<TripPart>,
}

impl Trips {
    /// Trip point by trip point.
    pub fn trips(&self) -> impl Iterator<Item = Trip> {
        parts::records(&self.tz_trip)
    }
}

/// A trip point.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct TripId {
    /// The id of the zone.
    pub tz_id: u32,
    /// The id of the trip point, in it.
    pub tz_trip_id: u32,
}

/// A trip point that the temperature has reached or left.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct TripCrossed {
    /// The id of the zone.
    pub tz_id: u32,
    /// The id of the trip point, in it.
    pub tz_trip_id: u32,
    /// The temperature. It is absent in the first version of the family.
    pub tz_temp: Option<i32>,
}

/// The current values of a trip point.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct TripChange {
    /// The id of the zone.
    pub tz_id: u32,
    /// The id of the trip point, in it.
    pub tz_trip_id: u32,
    /// The type.
    pub tz_trip_type: TripType,
    /// The temperature from which it applies.
    pub tz_trip_temp: i32,
    /// The hysteresis: how far the temperature has to fall below it.
    pub tz_trip_hyst: i32,
}

/// The cooling devices.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct Cdevs {
    /// Id and name of each.
    pub cdev: Vec<CdevPart>,
}

impl Cdevs {
    /// Cooling device by cooling device.
    pub fn cdevs(&self) -> impl Iterator<Item = Cdev> {
        parts::records(&self.cdev)
    }
}

/// A cooling device that was removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct CdevId {
    /// Its id.
    pub cdev_id: u32,
}

/// A cooling device that was added.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct CdevAdd {
    /// Its type.
    pub cdev_name: String,
    /// Its id.
    pub cdev_id: u32,
    /// The greatest state.
    pub cdev_max_state: u32,
}

/// The state of a cooling device.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct CdevStateUpdate {
    /// Its id.
    pub cdev_id: u32,
    /// The state of a cooling device, from 0.
    pub cdev_cur_state: u32,
}

/// The new capabilities of CPUs.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct CpuCapabilityChange {
    /// Id, performance and efficiency of each.
    pub cpu_capability: Vec<CpuCapabilityPart>,
}

impl CpuCapabilityChange {
    /// CPU by CPU.
    pub fn cpus(&self) -> impl Iterator<Item = CpuCapability> {
        parts::records(&self.cpu_capability)
    }
}

/// The thresholds of a thermal zone.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct Thresholds {
    /// Temperature and ways of each.
    pub threshold: Vec<ThresholdPart>,
}

impl Thresholds {
    /// Threshold by threshold.
    pub fn thresholds(&self) -> impl Iterator<Item = UserThreshold> {
        parts::records(&self.threshold)
    }
}

/// A threshold of a thermal zone.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct Threshold {
    /// The id of the zone.
    pub tz_id: u32,
    /// The temperature.
    pub threshold_temp: i32,
    /// The directions in which it is reported.
    pub threshold_direction: ThresholdWay,
}

/// A thermal zone that has crossed thresholds.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub struct ThresholdCrossed {
    /// The id of the zone.
    pub tz_id: u32,
    /// The previous temperature.
    pub tz_prev_temp: i32,
    /// The current temperature.
    pub tz_temp: i32,
}
