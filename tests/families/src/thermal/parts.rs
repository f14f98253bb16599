//! The lists, whose records stand flat one behind the other: as they are on the wire, and record by record.

use genl::AttributeSet;

use super::{ThermalAttr, ThresholdWay, TripType};

/// One attribute of the list of thermal zones.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub enum ZonePart {
    /// Begins a zone: its id.
    TzId(u32),
    /// Its type.
    TzName(String),
}

/// One attribute of the list of trip points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub enum TripPart {
    /// Begins a trip point: its id.
    TzTripId(u32),
    /// What it is for.
    TzTripType(TripType),
    /// From which temperature on.
    TzTripTemp(i32),
    /// How far it has to fall below to be over.
    TzTripHyst(i32),
}

/// One attribute of the list of cooling devices.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub enum CdevPart {
    /// Begins a cooling device: its id.
    CdevId(u32),
    /// Its type.
    CdevName(String),
}

/// One attribute of the list of CPUs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub enum CpuCapabilityPart {
    /// Begins a CPU: its number.
    CpuCapabilityId(u32),
    /// How fast it is, from 0 to 1023.
    CpuCapabilityPerformance(u32),
    /// How little power it takes for that, from 0 to 1023.
    CpuCapabilityEfficiency(u32),
}

/// One attribute of the list of thresholds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ThermalAttr)]
pub enum ThresholdPart {
    /// Begins a threshold: its temperature.
    ThresholdTemp(i32),
    /// On which way it is told.
    ThresholdDirection(ThresholdWay),
}

/// What the attributes from one that begins a record up to the next one make.
pub(super) trait Record: Default {
    type Part;

    fn begins(part: &Self::Part) -> bool;

    fn take(&mut self, part: &Self::Part);
}

/// The records of a list. What the kernel did not tell is `None`.
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
    /// What it is for.
    pub kind: Option<TripType>,
    /// From which temperature on.
    pub temp: Option<i32>,
    /// How far it has to fall below to be over.
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

/// What a CPU can do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CpuCapability {
    /// Its number.
    pub id: Option<u32>,
    /// How fast it is, from 0 to 1023.
    pub performance: Option<u32>,
    /// How little power it takes for that, from 0 to 1023.
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
    /// On which way it is told.
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
