//! Each kind of payload beside each policy that the kernel may have for it.

use genl::check::{Aspect, Reason};
use genl::{AttributeSet, Policy, PolicyType};
use genl_families::taskstats::Cgroupstats;

use super::super::places;
use super::{Kinds, bitfield, bytes, compare, mask, nested, of, signed, unsigned};

/// What is said of an attribute beside a policy.
#[derive(Clone, Copy)]
enum Said {
    Nothing,
    Differs(Aspect),
    CannotTell(Reason),
}

use Said::{CannotTell, Differs, Nothing};

type Row = (&'static str, Policy, Said);

/// Every value of four bytes.
const FULL: u64 = 0xffff_ffff;

fn integers() -> Vec<Row> {
    use PolicyType as P;
    vec![
        ("u16", unsigned(P::U16, 0, 0xffff), Nothing),
        ("u16", of(P::U16), CannotTell(Reason::Function)),
        ("u16", mask(1), Differs(Aspect::Type)),
        ("u16", of(P::Other(99)), Differs(Aspect::Type)),
        ("i8", signed(P::S8, -128, 127), Nothing),
        ("i8", signed(P::S8, 0, 127), Differs(Aspect::Values)),
        ("i8", unsigned(P::U8, 0, 255), Differs(Aspect::Type)),
        ("i16", signed(P::S16, -0x8000, 0x7fff), Nothing),
        ("i64", signed(P::S64, i64::MIN, i64::MAX), Nothing),
        ("sint", signed(P::Sint, i64::MIN, i64::MAX), Nothing),
        (
            "sint",
            signed(P::S64, i64::MIN, i64::MAX),
            Differs(Aspect::Type),
        ),
        ("u64", unsigned(P::U64, 0, u64::MAX), Nothing),
        (
            "u64",
            unsigned(P::Uint, 0, u64::MAX),
            CannotTell(Reason::Milliseconds),
        ),
        ("u64", unsigned(P::Uint, 0, 9), Differs(Aspect::Type)),
        (
            "be32",
            unsigned(P::U32, 0, FULL),
            CannotTell(Reason::ByteOrder),
        ),
        (
            "be64",
            unsigned(P::U64, 0, u64::MAX),
            CannotTell(Reason::ByteOrder),
        ),
    ]
}

fn names() -> Vec<Row> {
    use PolicyType as P;
    vec![
        ("ways", mask(3), Nothing),
        ("ways", mask(7), Differs(Aspect::Bits)),
        ("ways", unsigned(P::U32, 0, 3), Nothing),
        ("ways", unsigned(P::U32, 0, 7), Differs(Aspect::Values)),
        (
            "ways",
            unsigned(P::U32, 0, FULL),
            CannotTell(Reason::AnyValue),
        ),
        ("rank", unsigned(P::U8, 1, 2), Nothing),
        ("rank", unsigned(P::U8, 0, 2), Nothing),
        ("rank", unsigned(P::U8, 1, 3), Differs(Aspect::Values)),
        (
            "rank",
            unsigned(P::U8, 0, 255),
            CannotTell(Reason::AnyValue),
        ),
        ("truth", unsigned(P::U8, 0, 1), Nothing),
        ("truth", unsigned(P::U8, 0, 2), Differs(Aspect::Values)),
        ("truth", unsigned(P::U8, 1, 1), Differs(Aspect::Values)),
        (
            "truth",
            unsigned(P::U8, 0, 255),
            CannotTell(Reason::AnyValue),
        ),
        ("bitfield", bitfield(3), Nothing),
        ("bitfield", bitfield(1), Differs(Aspect::Bits)),
        ("bitfield", mask(3), Differs(Aspect::Type)),
    ]
}

fn lengths() -> Vec<Row> {
    use PolicyType as P;
    let size = u32::try_from(size_of::<Cgroupstats>()).expect("it is small");
    vec![
        ("ipv4", unsigned(P::U32, 0, FULL), Nothing),
        ("ipv4", bytes(Some(4), Some(4)), Nothing),
        ("ipv4", bytes(None, Some(4)), Differs(Aspect::Length)),
        ("ipv6", bytes(Some(16), Some(16)), Nothing),
        ("ipv6", bytes(None, None), CannotTell(Reason::HiddenLength)),
        ("ip", bytes(Some(4), Some(16)), Nothing),
        ("ip", bytes(None, Some(16)), Differs(Aspect::Length)),
        ("stats", bytes(Some(size), Some(size)), Nothing),
        ("stats", bytes(None, Some(size)), Nothing),
        ("stats", bytes(Some(size), None), Nothing),
        (
            "stats",
            bytes(None, Some(size + 8)),
            Differs(Aspect::Length),
        ),
        ("stats", bytes(None, None), CannotTell(Reason::HiddenLength)),
        ("list", bytes(Some(4), None), Nothing),
        ("list", bytes(Some(4), Some(10)), Nothing),
        ("list", bytes(Some(4), Some(9)), Differs(Aspect::Length)),
        ("list", bytes(Some(2), None), Differs(Aspect::Length)),
        ("list", bytes(None, None), CannotTell(Reason::HiddenLength)),
        ("array", bytes(None, None), Nothing),
        ("array", bytes(None, Some(64)), Nothing),
        ("array", bytes(None, Some(63)), Differs(Aspect::Length)),
        ("array", unsigned(P::U32, 0, FULL), Differs(Aspect::Type)),
    ]
}

fn others() -> Vec<Row> {
    use PolicyType as P;
    vec![
        ("own", of(P::Nested), CannotTell(Reason::OwnCodec)),
        (
            "indexed",
            of(P::NestedArray),
            CannotTell(Reason::NoNestedPolicy),
        ),
        (
            "indexed",
            nested(P::Nested, 1),
            CannotTell(Reason::ElementPolicies),
        ),
        ("indexed", of(P::Nested), CannotTell(Reason::NoNestedPolicy)),
        ("indexed", bytes(None, None), Differs(Aspect::Type)),
        ("nest", of(P::Nested), CannotTell(Reason::NoNestedPolicy)),
        ("nest", of(P::NestedArray), Differs(Aspect::Type)),
        ("keyed", of(P::Nested), CannotTell(Reason::NoNestedPolicy)),
        ("six", bytes(Some(6), Some(6)), Nothing),
        ("six", bytes(None, Some(6)), Differs(Aspect::Length)),
        ("text", of(P::NulString), Differs(Aspect::Type)),
        ("text", of(P::String), Differs(Aspect::Length)),
    ]
}

#[test]
fn each_kind_is_compared_with_each_policy() {
    for (field, policy, said) in [integers(), names(), lengths(), others()].concat() {
        let set = Kinds::DESCRIPTION;
        let number = set.attributes.iter().find(|it| it.name == field);
        let number = number.expect("a field").number;
        let report = compare(field, &[((0, number), policy.clone())]);
        let found = places(report.differences());
        let of_field = report.blind_spots().iter().filter(|it| it.path == field);
        let reasons: Vec<_> = of_field.map(|it| it.reason).collect();
        match said {
            Nothing => assert_eq!((found, reasons), (vec![], vec![]), "{field}: {policy}"),
            Differs(aspect) => {
                assert_eq!(found, [("set", field, aspect)], "{field}: {policy}");
                // Of another type nothing more is compared.
                assert!(
                    aspect != Aspect::Type || reasons.is_empty(),
                    "{field}: {policy}"
                );
            }
            CannotTell(reason) => {
                assert_eq!(
                    (found, reasons),
                    (vec![], vec![reason]),
                    "{field}: {policy}"
                );
            }
        }
    }
}
