//! Standard statistics, group by group.

use genl::codec::With;
use genl::description::{Integer, Kind};
use genl::wire::PayloadWriter;
use genl::{AttributeSet, Attributes, DecodeError};

use super::{Bitset, Header, MacStatsSrc};

/// A group of statistics, or a bucket of a histogram.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 1)]
pub struct StatsGrp {
    /// The group (`ETHTOOL_STATS_*`).
    #[attr(2)]
    pub id: Option<u32>,
    /// The string set with the names of its statistics.
    #[attr(3)]
    pub ss_id: Option<u32>,
    /// Its statistics. The attribute repeats and holds one each, which the YAML does not say.
    #[attr(4, multi, with = OneStat)]
    pub stat: Vec<Stat>,
    /// Packets received, by their length. The attribute repeats.
    #[attr(5, multi, nest)]
    pub hist_rx: Vec<StatsGrpHist>,
    /// Packets sent, by their length. The attribute repeats.
    #[attr(6, multi, nest)]
    pub hist_tx: Vec<StatsGrpHist>,
    /// The least length in a bucket.
    #[attr(7)]
    pub hist_bkt_low: Option<u32>,
    /// The greatest length in a bucket.
    #[attr(8)]
    pub hist_bkt_hi: Option<u32>,
    /// The number of packets in a bucket.
    #[attr(9)]
    pub hist_val: Option<u64>,
}

/// A bucket of a histogram.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = StatsGrp)]
pub struct StatsGrpHist {
    /// The least length in it.
    pub hist_bkt_low: Option<u32>,
    /// The greatest length in it.
    pub hist_bkt_hi: Option<u32>,
    /// The number of packets in it.
    pub hist_val: Option<u64>,
}

/// One statistic: its number in the string set of its group, and its value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stat {
    /// Its number.
    pub id: u16,
    /// Its value.
    pub value: u64,
}

/// [`Stat`] as an attribute that contains one other. The number of the inner one is that of the statistic.
#[derive(Debug)]
pub struct OneStat;

impl With<'_, Stat> for OneStat {
    const KIND: Kind = Kind::Keyed(&["id"], &Kind::Integer(Integer::of_bytes(8, false)));

    #[inline]
    fn put(stat: &Stat, payload: &mut PayloadWriter<'_>) {
        payload.push(&12_u16.to_ne_bytes());
        payload.push(&stat.id.to_ne_bytes());
        payload.push(&stat.value.to_ne_bytes());
    }

    fn get(payload: &[u8]) -> Result<Stat, DecodeError> {
        let refused = || DecodeError::refused("is not one statistic of 8 bytes");
        let attribute = Attributes::new(payload, 0).next().ok_or_else(refused)??;
        let value = attribute.payload().try_into().map_err(|_| refused())?;
        Ok(Stat {
            id: attribute.number(),
            value: u64::from_ne_bytes(value),
        })
    }
}

/// Statistics of a device.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 1)]
pub struct Stats {
    /// The device.
    #[attr(2, nest)]
    pub header: Option<Header>,
    /// The groups that are asked for.
    #[attr(3, nest)]
    pub groups: Option<Bitset>,
    /// The groups. The attribute repeats, which the YAML does not say.
    #[attr(4, multi, nest)]
    pub grp: Vec<StatsGrp>,
    /// The source of the numbers.
    #[attr(5)]
    pub src: Option<MacStatsSrc>,
}

/// Asks for `Stats`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Stats)]
pub struct StatsGet {
    /// The device; empty in a dump.
    pub header: Header,
    /// The groups.
    pub groups: Option<Bitset>,
    /// The source of the numbers. The kernel accepts it, but the operation in the YAML does not list it.
    pub src: Option<MacStatsSrc>,
}
