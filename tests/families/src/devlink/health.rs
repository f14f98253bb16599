//! Health reporters: `health-reporter-*`, and their formatted messages.

use genl::AttributeSet;

use super::{Devlink, VarAttrType};

/// One attribute of a formatted message: a tree, as a flat list of marks.
///
/// `ObjNestStart`, `PairNestStart` and `ArrNestStart` each last until their `NestEnd`. A pair is an `ObjName`, and then a value
/// or a nest.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink, name = "dl-fmsg")]
pub enum Fmsg {
    /// An object starts.
    ObjNestStart,
    /// A pair of a name and a value starts.
    PairNestStart,
    /// An array starts.
    ArrNestStart,
    /// The object, pair or array that started last ends.
    NestEnd,
    /// The name in a pair.
    ObjName(String),
    /// The type of the following `ObjValueData`.
    ObjValueType(VarAttrType),
    /// A value. It is not in the YAML, because the `ObjValueType` before it determines its type.
    ObjValueData(Vec<u8>),
}

/// Identifies a health reporter.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct HealthReporterId {
    /// The bus of its device.
    pub bus_name: Option<String>,
    /// The name of its device on the bus.
    pub dev_name: Option<String>,
    /// The index of its device.
    pub index: Option<u64>,
    /// The index of its port, if it belongs to one.
    pub port_index: Option<u32>,
    /// Its name.
    pub health_reporter_name: String,
}

/// Asks for the health reporters of a port, of a device or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct HealthReporterDump {
    /// The bus of the device.
    pub bus_name: Option<String>,
    /// The name of the device on the bus.
    pub dev_name: Option<String>,
    /// The index of the device.
    pub index: Option<u64>,
    /// The index of the port.
    pub port_index: Option<u32>,
}

/// The place and the state of a health reporter. The YAML has its name in place of the nest.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct HealthReporter {
    /// The bus of its device.
    pub bus_name: Option<String>,
    /// The name of its device on the bus.
    pub dev_name: Option<String>,
    /// The index of its device.
    pub index: Option<u64>,
    /// The index of its port, if it belongs to one.
    pub port_index: Option<u32>,
    /// The health reporter.
    pub health_reporter: DlHealthReporter,
}

/// A health reporter.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlHealthReporter {
    /// Its name.
    pub health_reporter_name: Option<String>,
    /// 0 if there is no error, 1 if there is one.
    pub health_reporter_state: Option<u8>,
    /// The number of errors.
    pub health_reporter_err_count: Option<u64>,
    /// The number of recoveries.
    pub health_reporter_recover_count: Option<u64>,
    /// The graceful period, in milliseconds, in which it does not recover again by itself. Absent if it cannot recover.
    pub health_reporter_graceful_period: Option<u64>,
    /// Whether it recovers by itself. Absent if it cannot recover.
    pub health_reporter_auto_recover: Option<bool>,
    /// The time of its dump, in milliseconds of `jiffies`. Absent if there is no dump.
    pub health_reporter_dump_ts: Option<u64>,
    /// The time of its dump, in nanoseconds since the epoch.
    pub health_reporter_dump_ts_ns: Option<u64>,
    /// Whether it makes dumps by itself. Absent if it cannot make them.
    pub health_reporter_auto_dump: Option<bool>,
    /// The burst period, in milliseconds: recoveries are allowed for this time before the graceful period starts.
    pub health_reporter_burst_period: Option<u64>,
}

/// Changes a health reporter.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct HealthReporterSet {
    /// The bus of its device.
    pub bus_name: Option<String>,
    /// The name of its device on the bus.
    pub dev_name: Option<String>,
    /// The index of its device.
    pub index: Option<u64>,
    /// The index of its port, if it belongs to one.
    pub port_index: Option<u32>,
    /// Its name.
    pub health_reporter_name: String,
    /// The graceful period, in milliseconds, in which it does not recover again by itself.
    pub health_reporter_graceful_period: Option<u64>,
    /// Whether it shall recover by itself.
    pub health_reporter_auto_recover: Option<bool>,
    /// Whether it shall make dumps by itself.
    pub health_reporter_auto_dump: Option<bool>,
    /// The burst period, in milliseconds: recoveries are allowed for this time before the graceful period starts.
    pub health_reporter_burst_period: Option<u64>,
}

/// A part of a formatted message. The next reply continues where this one ends, even inside of nests.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct FmsgReply {
    /// The part.
    pub fmsg: Vec<Fmsg>,
}
