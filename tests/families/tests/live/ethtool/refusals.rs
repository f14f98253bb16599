//! The kernel validates these operations strictly, and genl shows the attribute that it refused.

use std::marker::PhantomData;

use genl::wire::AttributeWriter;
use genl::{AttributeSet, Attributes, DecodeError, Do, description};
use genl_families::ethtool::{
    BitsetBit, BitsetBits, Channels, ChannelsGet, Ethtool, Features, LinkstateGet,
};

use super::{Bitset, DEV, Header, HeaderFlags, Outcome, named, veth};

/// A request of raw bytes, with the attribute names of a set.
struct Raw<S>(Vec<u8>, PhantomData<S>);

impl<S: AttributeSet> AttributeSet for Raw<S> {
    type View<'a> = S::View<'a>;

    const DESCRIPTION: description::AttributeSet = S::DESCRIPTION;

    fn encode(&self, out: &mut AttributeWriter<'_>) {
        out.put_raw(&self.0);
    }

    fn decode(attributes: Attributes<'_>) -> Result<S::View<'_>, DecodeError> {
        S::decode(attributes)
    }
}

/// `NLA_F_NESTED`.
const NESTED: u16 = 0x8000;

fn attribute(kind: u16, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(4 + payload.len()).expect("short");
    let mut bytes = [length.to_ne_bytes(), kind.to_ne_bytes()].concat();
    bytes.extend_from_slice(payload);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

/// Returns the error number, the attribute at the offset, and the missing attribute.
type Refusal<'a> = (i32, Option<&'a str>, Option<&'a str>);

#[track_caller]
fn check<R: std::fmt::Debug>(what: &str, result: Result<R, genl::Error>, expected: Refusal<'_>) {
    let refused = result.expect_err(what);
    let detail = refused.extended_ack();
    let path = detail.and_then(|detail| detail.path.as_ref().map(ToString::to_string));
    let missing = detail.and_then(|detail| detail.missing.as_ref().map(|it| it.path.to_string()));
    let errno = refused.raw_os_error().expect("the kernel refused");
    let found = (errno, path.as_deref(), missing.as_deref());
    assert_eq!(found, expected, "{what}: {refused}");
}

fn dev_name() -> Vec<u8> {
    attribute(2, b"lo\0")
}

fn header(parts: &[Vec<u8>]) -> Vec<u8> {
    attribute(1 | NESTED, &parts.concat())
}

/// Returns requests with one fault each, and the attribute at which the kernel points.
fn malformed() -> [(&'static str, Vec<u8>, Option<&'static str>); 12] {
    let (good, dev_index) = (header(&[dev_name()]), Some("header.dev-index"));
    let (wide, narrow, plain) = (
        1_u64.to_ne_bytes(),
        1_u16.to_ne_bytes(),
        1_u32.to_ne_bytes(),
    );
    let (unknown, inner) = (attribute(99, &plain), attribute(77, &plain));
    let flags = attribute(3, &0x80_u32.to_ne_bytes());
    [
        (
            "unknown attribute",
            [good.clone(), unknown].concat(),
            Some("#99"),
        ),
        (
            "unknown in a nest",
            header(&[dev_name(), inner]),
            Some("header.#77"),
        ),
        ("no nest flag", attribute(1, &dev_name()), Some("header")),
        (
            "nested integer",
            header(&[attribute(1 | NESTED, &plain)]),
            dev_index,
        ),
        (
            "oversized integer",
            header(&[attribute(1, &wide)]),
            dev_index,
        ),
        (
            "undersized integer",
            header(&[attribute(1, &narrow)]),
            dev_index,
        ),
        (
            "text without NUL",
            header(&[attribute(2, b"lo")]),
            Some("header.dev-name"),
        ),
        (
            "text too long",
            header(&[attribute(2, &[b'x'; 200])]),
            Some("header.dev-name"),
        ),
        (
            "unknown flag",
            header(&[dev_name(), flags]),
            Some("header.flags"),
        ),
        ("trailing bytes", [good, vec![1, 2]].concat(), None),
        (
            "trailing bytes in a nest",
            header(&[dev_name(), vec![1, 2]]),
            None,
        ),
        ("neither name nor index", header(&[]), Some("header")),
    ]
}

pub(crate) fn malformed_requests_name_the_attribute() -> Outcome {
    const GET: Do<Raw<ChannelsGet>, Channels> = Ethtool::FAMILY.op("channels-get", 17).reply(18);
    let mut ethtool = Ethtool::connect()?;
    let mut call = |bytes| ethtool.channel().call(&GET, &Raw(bytes, PhantomData));
    for (what, bytes, path) in malformed() {
        check(what, call(bytes), (libc::EINVAL, path, None));
    }
    let missing = (libc::EINVAL, None, Some("header"));
    check("no header", call(Vec::new()), missing);
    // Without a fault, the kernel accepts it: loopback has no channels.
    let understood = (libc::EOPNOTSUPP, None, None);
    check("good", call(header(&[dev_name()])), understood);
    Ok(())
}

pub(crate) fn refused_devices_name_the_attribute() -> Outcome {
    veth()?;
    let mut ethtool = Ethtool::connect()?;
    let request = LinkstateGet {
        header: named("no-such-device"),
    };
    let at = Some("header.dev-name");
    check(
        "no such device",
        ethtool.linkstate_get(&request),
        (libc::ENODEV, at, None),
    );
    let request = LinkstateGet {
        header: Header {
            dev_index: Some(1),
            ..named(DEV)
        },
    };
    check(
        "two devices",
        ethtool.linkstate_get(&request),
        (libc::ENODEV, Some("header"), None),
    );
    let request = LinkstateGet {
        header: Header {
            flags: Some(HeaderFlags::from_bits_retain(0x80)),
            ..named(DEV)
        },
    };
    check(
        "a flag that there is not",
        ethtool.linkstate_get(&request),
        (libc::EINVAL, Some("header.flags"), None),
    );
    Ok(())
}

pub(crate) fn refused_values_name_the_attribute() -> Outcome {
    veth()?;
    let mut ethtool = Ethtool::connect()?;
    let request = Channels {
        header: Some(named(DEV)),
        tx_count: Some(5),
        ..Channels::default()
    };
    check(
        "more channels than there are",
        ethtool.channels_set(&request),
        (libc::EINVAL, Some("tx-count"), None),
    );
    let request = Channels {
        header: Some(named(DEV)),
        rx_max: Some(1),
        ..Channels::default()
    };
    check(
        "a maximum cannot be set",
        ethtool.channels_set(&request),
        (libc::EINVAL, Some("rx-max"), None),
    );

    let bit = BitsetBit {
        name: Some("no-such-bit".to_owned()),
        ..BitsetBit::default()
    };
    let wanted = |wanted| Features {
        header: Some(named(DEV)),
        wanted: Some(wanted),
        ..Features::default()
    };
    let request = wanted(Bitset {
        bits: Some(BitsetBits { bit: vec![bit] }),
        ..Bitset::default()
    });
    check(
        "no such bit",
        ethtool.features_set(&request),
        (libc::EOPNOTSUPP, Some("wanted.bits.bit"), None),
    );
    let request = wanted(Bitset {
        size: Some(32),
        value: Some(vec![0; 3]),
        mask: Some(vec![0; 4]),
        ..Bitset::default()
    });
    check(
        "a bitmap that is too short",
        ethtool.features_set(&request),
        (libc::EINVAL, Some("wanted.value"), None),
    );
    Ok(())
}
