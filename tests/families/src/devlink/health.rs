//! Health: `health-reporter-*`, and the messages for people that come of it.

use genl::AttributeSet;

use super::{Devlink, VarAttrType};

/// One attribute of a message for people: a tree, told by flat marks.
///
/// `ObjNestStart`, `PairNestStart` and `ArrNestStart` each hold until their `NestEnd`. A pair is an `ObjName`, and then a value
/// or a nest.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink, name = "dl-fmsg")]
pub enum Fmsg {
    /// An object begins.
    ObjNestStart,
    /// A pair of name and value begins.
    PairNestStart,
    /// An array begins.
    ArrNestStart,
    /// What began last ends.
    NestEnd,
    /// The name in a pair.
    ObjName(String),
    /// What the `ObjValueData` behind it is.
    ObjValueType(VarAttrType),
    /// A value. The YAML does not tell of it, for its type is that of the `ObjValueType` in front.
    ObjValueData(Vec<u8>),
}

/// Which health reporter.
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

/// Where a health reporter is, and how it is. The YAML tells of its name in place of the nest.
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
    /// 0 if all is well, 1 if there is an error.
    pub health_reporter_state: Option<u8>,
    /// How many errors there were.
    pub health_reporter_err_count: Option<u64>,
    /// How often it recovered.
    pub health_reporter_recover_count: Option<u64>,
    /// How long it does not recover again by itself, in milliseconds; if it can recover.
    pub health_reporter_graceful_period: Option<u64>,
    /// Whether it recovers by itself; if it can.
    pub health_reporter_auto_recover: Option<bool>,
    /// When its dump was made, in milliseconds of `jiffies`; if there is one.
    pub health_reporter_dump_ts: Option<u64>,
    /// When its dump was made, in nanoseconds since the epoch.
    pub health_reporter_dump_ts_ns: Option<u64>,
    /// Whether it makes dumps by itself; if it can make them.
    pub health_reporter_auto_dump: Option<bool>,
    /// How long there may be recoveries before the graceful period begins, in milliseconds.
    pub health_reporter_burst_period: Option<u64>,
}

/// Sets up a health reporter.
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
    /// How long it shall not recover again by itself, in milliseconds.
    pub health_reporter_graceful_period: Option<u64>,
    /// Whether it shall recover by itself.
    pub health_reporter_auto_recover: Option<bool>,
    /// Whether it shall make dumps by itself.
    pub health_reporter_auto_dump: Option<bool>,
    /// How long there may be recoveries before the graceful period begins, in milliseconds.
    pub health_reporter_burst_period: Option<u64>,
}

/// A part of a message for people. The next reply goes on where this one ends, in the midst of nests too.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct FmsgReply {
    /// The part.
    pub fmsg: Vec<Fmsg>,
}
