//! `ethtool`: the settings of network devices (`Documentation/netlink/specs/ethtool.yaml`, `net/ethtool/`).
//!
//! These operations are described: strset, linkinfo, linkmodes, linkstate, features, rings, channels, tsinfo, stats and
//! phc-vclocks.
//! The limits are those of the kernel's policies. The YAML has none.

mod bitset;
mod definitions;
mod device;
mod link;
mod stats;
mod strset;
mod timestamping;

pub use bitset::{Bitset, BitsetBit, BitsetBits};
pub use definitions::{
    HeaderFlags, HwtstampProviderQualifier, HwtstampSource, MacStatsSrc, TcpDataSplit,
};
pub use device::{Channels, ChannelsGet, Features, FeaturesGet, Rings, RingsGet};
pub use link::{Linkinfo, LinkinfoGet, Linkmodes, LinkmodesGet, Linkstate, LinkstateGet};
pub use stats::{OneStat, Stat, Stats, StatsGet, StatsGrp, StatsGrpHist};
pub use strset::{StringAttrs, Strings, Stringset, Stringsets, Strset, StrsetReply};
pub use timestamping::{PhcVclocks, PhcVclocksGet, TsHwtstampProvider, TsStat, Tsinfo, TsinfoGet};

use genl::{AttributeSet, genl_family};

/// The device, and how to answer. Every request has this header. In a dump, the device is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Header {
    /// The index of the device.
    #[attr(1)]
    pub dev_index: Option<u32>,
    /// The name of the device, or an alternative name.
    #[attr(2, max_len = 127)]
    pub dev_name: Option<String>,
    /// How to answer.
    #[attr(3, flags)]
    pub flags: Option<HeaderFlags>,
    /// The index of one of its PHYs.
    #[attr(4, min = 1)]
    pub phy_index: Option<u32>,
}

genl_family! {
    /// The settings of network devices.
    #[family(name = "ethtool", version = 1)]
    pub trait Ethtool {
        /// Changes.
        const MONITOR: MulticastGroup = "monitor";

        /// Get string set from the kernel.
        #[op(1)]
        fn strset_get(request: Strset) -> StrsetReply;

        /// Get string set from the kernel, for every device.
        #[op(1, dump)]
        fn strset_dump(request: Strset) -> StrsetReply;

        /// Get link info.
        #[op(2)]
        fn linkinfo_get(request: LinkinfoGet) -> Linkinfo;

        /// Get link info of every device.
        #[op(2, dump)]
        fn linkinfo_dump(request: LinkinfoGet) -> Linkinfo;

        /// Set link info.
        #[op(3, uns_admin_perm)]
        fn linkinfo_set(request: Linkinfo);

        /// Notification for change in link info.
        #[event(3, group = MONITOR, notify = linkinfo_get)]
        fn linkinfo_ntf();

        /// Get link modes.
        #[op(4)]
        fn linkmodes_get(request: LinkmodesGet) -> Linkmodes;

        /// Get link modes of every device.
        #[op(4, dump)]
        fn linkmodes_dump(request: LinkmodesGet) -> Linkmodes;

        /// Set link modes.
        #[op(5, uns_admin_perm)]
        fn linkmodes_set(request: Linkmodes);

        /// Notification for change in link modes.
        #[event(5, group = MONITOR, notify = linkmodes_get)]
        fn linkmodes_ntf();

        /// Get link state.
        #[op(6)]
        fn linkstate_get(request: LinkstateGet) -> Linkstate;

        /// Get link state of every device.
        #[op(6, dump)]
        fn linkstate_dump(request: LinkstateGet) -> Linkstate;

        /// Get features.
        #[op(11)]
        fn features_get(request: FeaturesGet) -> Features;

        /// Get features of every device.
        #[op(11, dump)]
        fn features_dump(request: FeaturesGet) -> Features;

        /// Set features. In the reply, `wanted` has the bits that differ from the request, and `active`
        /// those that changed. A request with [`HeaderFlags::OMIT_REPLY`] has no reply.
        #[op(12, uns_admin_perm)]
        fn features_set(request: Features) -> Option<Features>;

        /// Notification for change in features.
        #[event(13, group = MONITOR, notify = features_get)]
        fn features_ntf();

        /// Get ring params.
        #[op(15, reply = 16)]
        fn rings_get(request: RingsGet) -> Rings;

        /// Get ring params of every device.
        #[op(15, dump, reply = 16)]
        fn rings_dump(request: RingsGet) -> Rings;

        /// Set ring params.
        #[op(16, uns_admin_perm)]
        fn rings_set(request: Rings);

        /// Notification for change in ring params.
        #[event(17, group = MONITOR, notify = rings_get)]
        fn rings_ntf();

        /// Get channel params.
        #[op(17, reply = 18)]
        fn channels_get(request: ChannelsGet) -> Channels;

        /// Get channel params of every device.
        #[op(17, dump, reply = 18)]
        fn channels_dump(request: ChannelsGet) -> Channels;

        /// Set channel params.
        #[op(18, uns_admin_perm)]
        fn channels_set(request: Channels);

        /// Notification for change in channel params.
        #[event(19, group = MONITOR, notify = channels_get)]
        fn channels_ntf();

        /// Get tsinfo params.
        #[op(25, reply = 26)]
        fn tsinfo_get(request: TsinfoGet) -> Tsinfo;

        /// Get tsinfo params of every device.
        #[op(25, dump, reply = 26)]
        fn tsinfo_dump(request: TsinfoGet) -> Tsinfo;

        /// Get statistics.
        #[op(32, reply = 33)]
        fn stats_get(request: StatsGet) -> Stats;

        /// Get statistics of every device.
        #[op(32, dump, reply = 33)]
        fn stats_dump(request: StatsGet) -> Stats;

        /// Get PHC VCLOCKs.
        #[op(33, reply = 34)]
        fn phc_vclocks_get(request: PhcVclocksGet) -> PhcVclocks;

        /// Get PHC VCLOCKs of every device.
        #[op(33, dump, reply = 34)]
        fn phc_vclocks_dump(request: PhcVclocksGet) -> PhcVclocks;
    }
}
