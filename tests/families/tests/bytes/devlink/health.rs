//! Health reporters, and formatted messages (`fmsg`).

use genl_families::devlink::{
    DlHealthReporter, Fmsg, FmsgReply, HealthReporter, HealthReporterDump, HealthReporterId,
    HealthReporterSet, VarAttrType,
};

use super::{BINDINGS, C, both_ways, bus, device, is_read};
use crate::support::{decode, never_panics, stored};

pub(super) fn request() -> HealthReporterId {
    HealthReporterId {
        bus_name: Some(bus()),
        dev_name: Some(device()),
        index: None,
        port_index: Some(1),
        health_reporter_name: "tx".to_owned(),
    }
}

pub(super) fn dump_request() -> HealthReporterDump {
    HealthReporterDump {
        bus_name: Some(bus()),
        dev_name: Some(device()),
        index: None,
        port_index: Some(1),
    }
}

fn set() -> HealthReporterSet {
    HealthReporterSet {
        bus_name: Some(bus()),
        dev_name: Some(device()),
        health_reporter_name: "fw_fatal".to_owned(),
        health_reporter_graceful_period: Some(60_000),
        health_reporter_auto_recover: Some(true),
        health_reporter_auto_dump: Some(false),
        health_reporter_burst_period: Some(500),
        ..HealthReporterSet::default()
    }
}

pub(super) fn reporter() -> HealthReporter {
    HealthReporter {
        bus_name: Some(bus()),
        dev_name: Some(device()),
        index: Some(7),
        port_index: Some(1),
        health_reporter: DlHealthReporter {
            health_reporter_name: Some("tx".to_owned()),
            health_reporter_state: Some(1),
            health_reporter_err_count: Some(0x1_0000_0002),
            health_reporter_recover_count: Some(1),
            health_reporter_graceful_period: Some(500),
            health_reporter_auto_recover: Some(true),
            health_reporter_dump_ts: Some(4_294_937_296),
            health_reporter_dump_ts_ns: Some(1_700_000_000_123_456_789),
            health_reporter_auto_dump: Some(true),
            health_reporter_burst_period: Some(30),
        },
    }
}

/// A pair of a name and a value.
fn pair(name: &str, value: impl IntoIterator<Item = Fmsg>) -> Vec<Fmsg> {
    let mut marks = vec![Fmsg::PairNestStart, Fmsg::ObjName(name.to_owned())];
    marks.extend(value);
    marks.push(Fmsg::NestEnd);
    marks
}

fn value(kind: VarAttrType, bytes: &[u8]) -> [Fmsg; 2] {
    [
        Fmsg::ObjValueType(kind),
        Fmsg::ObjValueData(bytes.to_owned()),
    ]
}

/// The parts into which the kernel breaks a message that is full.
pub(super) fn parts() -> [FmsgReply; 2] {
    let mut first = vec![Fmsg::ObjNestStart];
    first.extend(pair(
        "sqn",
        value(VarAttrType::U32, &70_000_u32.to_ne_bytes()),
    ));
    first.extend(pair("up", value(VarAttrType::Flag, &[1])));
    first.extend(pair("HW state", value(VarAttrType::NulString, b"ERR\0")));
    let cc = (1_u64 << 33).to_ne_bytes();
    first.extend(pair("cc", value(VarAttrType::U64, &cc)));
    first.extend([
        Fmsg::PairNestStart,
        Fmsg::ObjName("CQs".to_owned()),
        Fmsg::ArrNestStart,
    ]);
    first.extend(value(VarAttrType::U8, &[1]));

    let mut second = value(VarAttrType::U8, &[2]).to_vec();
    second.extend([Fmsg::NestEnd, Fmsg::NestEnd]);
    let mut raw = vec![Fmsg::ArrNestStart];
    raw.extend(value(VarAttrType::Binary, &[0xde, 0xad]));
    raw.extend(value(VarAttrType::Binary, &[0xbe]));
    raw.push(Fmsg::NestEnd);
    second.extend(pair("raw", raw));
    second.push(Fmsg::NestEnd);
    [first, second].map(|fmsg| FmsgReply { fmsg })
}

/// Returns a message as text: `{object}`, `(pair)`, `[array]`.
pub(super) fn text(marks: &[Fmsg]) -> String {
    let (mut text, mut ends) = (String::new(), Vec::new());
    let mut kind = None;
    for mark in marks {
        let (begin, end) = match mark {
            Fmsg::ObjNestStart => ("{", "}"),
            Fmsg::PairNestStart => ("(", ")"),
            Fmsg::ArrNestStart => ("[", "]"),
            Fmsg::NestEnd => (ends.pop().expect("a nest ends that has begun"), ""),
            Fmsg::ObjName(name) => {
                text.push_str(name);
                (": ", "")
            }
            Fmsg::ObjValueType(told) => {
                kind = Some(*told);
                continue;
            }
            Fmsg::ObjValueData(bytes) => {
                text.push_str(&data(kind.take(), bytes));
                (",", "")
            }
        };
        text.push_str(begin);
        if !end.is_empty() {
            ends.push(end);
        }
    }
    assert!(ends.is_empty(), "every nest ends");
    text
}

fn data(kind: Option<VarAttrType>, bytes: &[u8]) -> String {
    let sized = "as long as its type says";
    match kind.expect("the type stands in front of the value") {
        VarAttrType::Flag => (bytes != [0]).to_string(),
        VarAttrType::U32 => u32::from_ne_bytes(bytes.try_into().expect(sized)).to_string(),
        VarAttrType::U64 => u64::from_ne_bytes(bytes.try_into().expect(sized)).to_string(),
        VarAttrType::NulString => String::from_utf8_lossy(&bytes[..bytes.len() - 1]).into_owned(),
        _ => format!("{bytes:02x?}"),
    }
}

#[test]
fn health_reporters() {
    both_ways(C, "health-reporter-request", &request());
    both_ways(C, "health-reporter-dump", &dump_request());
    both_ways(C, "health-reporter-set", &set());
    both_ways(BINDINGS, "health-reporter-set", &set());
    both_ways(C, "health-reporter", &reporter());
    both_ways(BINDINGS, "health-reporter", &reporter());
    is_read("health-reporter-kernel", &reporter());
}

#[test]
fn marks_keep_their_order() {
    let [first, second] = parts();
    both_ways(C, "fmsg-first", &first);
    both_ways(C, "fmsg-second", &second);
    is_read("fmsg-first-kernel", &first);
    is_read("fmsg-second-kernel", &second);
    let marks = pair("CQs", [Fmsg::ArrNestStart, Fmsg::NestEnd]);
    let fmsg = [vec![Fmsg::ObjNestStart], marks, vec![Fmsg::NestEnd]].concat();
    both_ways(BINDINGS, "fmsg-marks", &FmsgReply { fmsg });
}

#[test]
fn a_message_is_a_tree() {
    let mut marks = Vec::new();
    for name in ["fmsg-first-kernel", "fmsg-second-kernel"] {
        let bytes = stored(C, name);
        marks.extend(decode::<FmsgReply>(&bytes).expect("a part").fmsg);
    }
    assert_eq!(
        text(&marks),
        "{(sqn: 70000,)(up: true,)(HW state: ERR,)(cc: 8589934592,)\
         (CQs: [[01],[02],])(raw: [[de, ad],[be],])}"
    );
}

#[test]
fn broken_bytes_never_panic() {
    for name in ["health-reporter", "health-reporter-kernel"] {
        never_panics::<HealthReporter>(&stored(C, name));
    }
    never_panics::<HealthReporterSet>(&stored(C, "health-reporter-set"));
    for name in ["fmsg-first-kernel", "fmsg-second"] {
        never_panics::<FmsgReply>(&stored(C, name));
    }
}
