//! The lists, whose records follow each other without nests: as they are on the wire, and record by record.

use genl::AttributeSet;

use super::{ThermalAttr, ThresholdWay, TripType};

/// One attribute of the list of thermal zones.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub enum ZonePart {
    /// The id of a zone, which starts its record.
    TzId(u32),
    /// Its type.
    TzName(String),
}

/// One attribute of the list of trip points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub enum TripPart {
    /// The id of a trip point, which starts its record.
    TzTripId(u32),
    /// The type.
    TzTripType(TripType),
    /// The temperature from which it applies.
    TzTripTemp(i32),
    /// The hysteresis: how far the temperature has to fall below it.
    TzTripHyst(i32),
}

/// One attribute of the list of cooling devices.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub enum CdevPart {
    /// The id of a cooling device, which starts its record.
    CdevId(u32),
    /// Its type.
    CdevName(String),
}

/// One attribute of the list of CPUs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub enum CpuCapabilityPart {
    /// The number of a CPU, which starts its record.
    CpuCapabilityId(u32),
    /// The performance, from 0 to 1023.
    CpuCapabilityPerformance(u32),
    /// The energy efficiency, from 0 to 1023.
    CpuCapabilityEfficiency(u32),
}

/// One attribute of the list of thresholds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub enum ThresholdPart {
    /// The temperature of a threshold, which starts its record.
    ThresholdTemp(i32),
    /// The directions in which it is reported.
    ThresholdDirection(ThresholdWay),
}

/// The record that consists of the attributes from its first one up to the next record.
pub(super) trait Record: Default {
    type Part;

    fn begins(part: &Self::Part) -> bool;

    fn take(&mut self, part: &Self::Part);
}

/// The records of a list. Absent attributes are `None`.
pub(super) fn records<R: Record>(parts: &[R::Part]) -> impl Iterator<Item = R> {
    parts.chunk_by(|_, next| !R::begins(next)).map(|parts| {
        let mut record = R::default();
        for part in parts {
            record.take(part);
        }
        record
    })
}

/// A thermal zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Zone {
    /// Its id.
    pub id: Option<u32>,
    /// Its type.
    pub name: Option<String>,
}

impl Record for Zone {
    type Part = ZonePart;

    fn begins(part: &ZonePart) -> bool {
        matches!(part, ZonePart::TzId(_))
    }

    fn take(&mut self, part: &ZonePart) {
        match part {
            ZonePart::TzId(id) => self.id = Some(*id),
            ZonePart::TzName(name) => self.name = Some(name.clone()),
        }
    }
}

/// A trip point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trip {
    /// Its id, in its zone.
    pub id: Option<u32>,
    /// The type.
    pub kind: Option<TripType>,
    /// The temperature from which it applies.
    pub temp: Option<i32>,
    /// The hysteresis: how far the temperature has to fall below it.
    pub hyst: Option<i32>,
}

impl Record for Trip {
    type Part = TripPart;

    fn begins(part: &TripPart) -> bool {
        matches!(part, TripPart::TzTripId(_))
    }

    fn take(&mut self, part: &TripPart) {
        match *part {
            TripPart::TzTripId(id) => self.id = Some(id),
            TripPart::TzTripType(kind) => self.kind = Some(kind),
            TripPart::TzTripTemp(temp) => self.temp = Some(temp),
            TripPart::TzTripHyst(hyst) => self.hyst = Some(hyst),
        }
    }
}

/// A cooling device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cdev {
    /// Its id.
    pub id: Option<u32>,
    /// Its type.
    pub name: Option<String>,
}

impl Record for Cdev {
    type Part = CdevPart;

    fn begins(part: &CdevPart) -> bool {
        matches!(part, CdevPart::CdevId(_))
    }

    fn take(&mut self, part: &CdevPart) {
        match part {
            CdevPart::CdevId(id) => self.id = Some(*id),
            CdevPart::CdevName(name) => self.name = Some(name.clone()),
        }
    }
}

/// The capabilities of a CPU.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CpuCapability {
    /// Its number.
    pub id: Option<u32>,
    /// The performance, from 0 to 1023.
    pub performance: Option<u32>,
    /// The energy efficiency, from 0 to 1023.
    pub efficiency: Option<u32>,
}

impl Record for CpuCapability {
    type Part = CpuCapabilityPart;

    fn begins(part: &CpuCapabilityPart) -> bool {
        matches!(part, CpuCapabilityPart::CpuCapabilityId(_))
    }

    fn take(&mut self, part: &CpuCapabilityPart) {
        match *part {
            CpuCapabilityPart::CpuCapabilityId(id) => self.id = Some(id),
            CpuCapabilityPart::CpuCapabilityPerformance(it) => self.performance = Some(it),
            CpuCapabilityPart::CpuCapabilityEfficiency(it) => self.efficiency = Some(it),
        }
    }
}

/// A threshold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UserThreshold {
    /// Its temperature.
    pub temp: Option<i32>,
    /// The directions in which it is reported.
    pub direction: Option<ThresholdWay>,
}

impl Record for UserThreshold {
    type Part = ThresholdPart;

    fn begins(part: &ThresholdPart) -> bool {
        matches!(part, ThresholdPart::ThresholdTemp(_))
    }

    fn take(&mut self, part: &ThresholdPart) {
        match *part {
            ThresholdPart::ThresholdTemp(temp) => self.temp = Some(temp),
            ThresholdPart::ThresholdDirection(way) => self.direction = Some(way),
        }
    }
}
