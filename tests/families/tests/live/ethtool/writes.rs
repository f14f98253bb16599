//! Changes, and their notifications.

use std::time::Duration;

use genl::{ErrorKind, Listener, Received};
use genl_families::ethtool::{
    BitsetBit, BitsetBits, Channels, ChannelsGet, Ethtool, EthtoolEvent, Features, FeaturesGet,
    HeaderFlags, Linkinfo, Linkmodes, Rings,
};
use nix::sched::{CloneFlags, unshare};

use super::{Bitset, DEV, Header, Outcome, PEER, bits, compact, indices, name, named, veth};

/// The bit that is changed, and its index.
const CHECKSUM: (u32, &str) = (3, "tx-checksum-ip-generic");

fn listen() -> Result<Listener<EthtoolEvent>, genl::Error> {
    let mut events = Ethtool::listen(&[Ethtool::MONITOR])?;
    let set = events.set_receive_timeout(Some(Duration::from_secs(2)));
    set.expect("a socket takes a timeout");
    Ok(events)
}

fn next(events: &mut Listener<EthtoolEvent>) -> Result<EthtoolEvent, genl::Error> {
    match events.next()? {
        Received::Event(event) => Ok(event),
        Received::Overrun => panic!("events were lost"),
    }
}

fn channels(count: u32) -> Channels {
    Channels {
        header: Some(named(DEV)),
        rx_count: Some(count),
        tx_count: Some(count),
        ..Channels::default()
    }
}

pub(crate) fn changed_channels_are_notified() -> Outcome {
    veth()?;
    let mut events = listen()?;
    let mut ethtool = Ethtool::connect()?;
    for count in [2, 1, 4] {
        ethtool.channels_set(&channels(count))?;
        // A request that changes nothing causes no notification.
        ethtool.channels_set(&channels(count))?;
        let now = ethtool.channels_get(&ChannelsGet { header: named(DEV) })?;
        assert_eq!([now.rx_count, now.tx_count], [Some(count); 2]);
        match next(&mut events)? {
            EthtoolEvent::ChannelsNtf(told) => assert_eq!(told, now),
            other => panic!("{other:?}"),
        }
    }
    assert!(events.try_next()?.is_none());
    Ok(())
}

/// Returns a request that sets the bit: verbose by name, or compact.
fn checksum(device: &str, on: bool, verbose: bool) -> Features {
    let wanted = if verbose {
        let bit = BitsetBit {
            name: Some(CHECKSUM.1.to_owned()),
            value: on,
            ..BitsetBit::default()
        };
        Bitset {
            bits: Some(BitsetBits { bit: vec![bit] }),
            ..Bitset::default()
        }
    } else {
        let bitmap = |bit: bool| Some((u32::from(bit) << CHECKSUM.0).to_ne_bytes().to_vec());
        Bitset {
            size: Some(32),
            value: bitmap(on),
            mask: bitmap(true),
            ..Bitset::default()
        }
    };
    Features {
        header: Some(if verbose {
            named(device)
        } else {
            compact(device)
        }),
        wanted: Some(wanted),
        ..Features::default()
    }
}

pub(crate) fn changed_features_are_notified() -> Outcome {
    veth()?;
    let mut events = listen()?;
    let mut ethtool = Ethtool::connect()?;
    for verbose in [true, false] {
        for on in [false, true] {
            let reply = ethtool.features_set(&checksum(DEV, on, verbose))?;
            let reply = reply.expect("a reply");
            // Nothing was refused, and the change is in the mask of `active`.
            let (wanted, active) = (reply.wanted.expect("wanted"), reply.active.expect("active"));
            if verbose {
                assert_eq!(wanted.bits, Some(BitsetBits::default()));
                let changed = active.bits.as_ref().expect("bits").bit.iter();
                let bit = changed.clone().find(|bit| bit.index == Some(CHECKSUM.0));
                let bit = bit.expect("the bit");
                assert_eq!((bit.name.as_deref(), bit.value), (Some(CHECKSUM.1), on));
            } else {
                assert!(indices(wanted.mask.as_ref()).is_empty());
                assert!(indices(active.mask.as_ref()).contains(&CHECKSUM.0));
                assert_eq!(indices(active.value.as_ref()).contains(&CHECKSUM.0), on);
            }

            let header = compact(DEV);
            let now = ethtool.features_get(&FeaturesGet { header })?;
            let value = now.active.as_ref().and_then(|set| set.value.as_ref());
            assert_eq!(indices(value).contains(&CHECKSUM.0), on);
            match next(&mut events)? {
                EthtoolEvent::FeaturesNtf(told) => assert_eq!(told, now),
                other => panic!("{other:?}"),
            }
        }
    }

    // The bit of loopback is fixed: the reply contains that it differs from the request.
    let reply = ethtool.features_set(&checksum("lo", false, true))?;
    let reply = reply.expect("a reply");
    assert_eq!(name(reply.header.as_ref()), "lo");
    assert!(bits(reply.wanted.as_ref()).is_empty());
    let refused = reply.wanted.and_then(|set| set.bits).expect("bits").bit;
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert_eq!(refused[0].name.as_deref(), Some(CHECKSUM.1));
    Ok(())
}

/// With `OMIT_REPLY`, only an acknowledgement arrives.
pub(crate) fn reply_can_be_omitted() -> Outcome {
    veth()?;
    let mut events = listen()?;
    let mut ethtool = Ethtool::connect()?;
    let request = Features {
        header: Some(Header {
            flags: Some(HeaderFlags::OMIT_REPLY),
            ..named(DEV)
        }),
        ..checksum(DEV, false, true)
    };
    assert_eq!(ethtool.features_set(&request)?, None);
    match next(&mut events)? {
        EthtoolEvent::FeaturesNtf(told) => {
            let active = told.active.as_ref().and_then(|set| set.value.as_ref());
            assert!(!indices(active).contains(&CHECKSUM.0));
        }
        other => panic!("{other:?}"),
    }
    Ok(())
}

pub(crate) fn settings_that_a_veth_refuses() -> Outcome {
    veth()?;
    let mut ethtool = Ethtool::connect()?;
    let header = Some(named(PEER));
    let rings = Rings {
        header: header.clone(),
        rx: Some(64),
        ..Rings::default()
    };
    let linkmodes = Linkmodes {
        header: header.clone(),
        autoneg: Some(1),
        ..Linkmodes::default()
    };
    let linkinfo = Linkinfo {
        header,
        port: Some(1),
        ..Linkinfo::default()
    };
    for refused in [
        ethtool.rings_set(&rings),
        ethtool.linkmodes_set(&linkmodes),
        ethtool.linkinfo_set(&linkinfo),
    ] {
        let refused = refused.expect_err("the driver has no such operation");
        assert_eq!(refused.raw_os_error(), Some(libc::EOPNOTSUPP), "{refused}");
    }
    Ok(())
}

pub(crate) fn reading_needs_no_privilege() -> Outcome {
    veth()?;
    // A user namespace inside of the one that owns the network namespace has no capabilities in it.
    unshare(CloneFlags::CLONE_NEWUSER)?;
    let mut ethtool = Ethtool::connect()?;
    let mut events = listen()?;
    assert!(events.try_next()?.is_none());
    let header = Header::default();
    assert_eq!(ethtool.channels_dump(&ChannelsGet { header })?.count(), 2);
    let refused = ethtool.channels_set(&channels(1)).expect_err("not allowed");
    assert_eq!(refused.raw_os_error(), Some(libc::EPERM));
    assert!(matches!(refused.kind(), ErrorKind::Kernel(_)), "{refused}");
    Ok(())
}
