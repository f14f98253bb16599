//! Verbose and compact bitsets with the same content.

use genl_families::ethtool::{Ethtool, FeaturesGet, Stringset, Stringsets, Strset};

use super::{DEV, Header, Outcome, bits, compact, indices, named, veth};

/// The string set of the features, `ETH_SS_FEATURES`, without a device.
fn names(ethtool: &mut Ethtool) -> Result<Vec<(u32, String)>, genl::Error> {
    let features = Stringset {
        id: Some(4),
        ..Stringset::default()
    };
    let reply = ethtool.strset_get(&Strset {
        header: Some(Header::default()),
        stringsets: Some(Stringsets {
            stringset: vec![features],
        }),
        counts_only: false,
    })?;
    let names = reply
        .stringsets
        .into_iter()
        .flat_map(|sets| sets.stringset)
        .flat_map(|set| set.strings)
        .flat_map(|strings| strings.string)
        .map(|string| {
            (
                string.index.expect("an index"),
                string.value.expect("a text"),
            )
        })
        .collect();
    Ok(names)
}

pub(crate) fn verbose_and_compact_agree() -> Outcome {
    veth()?;
    let mut ethtool = Ethtool::connect()?;
    let mut told = Vec::new();
    for device in ["lo", DEV] {
        let header = named(device);
        let verbose = ethtool.features_get(&FeaturesGet { header })?;
        let header = compact(device);
        let compact = ethtool.features_get(&FeaturesGet { header })?;
        assert_eq!(verbose.header, compact.header);
        for (what, verbose, compact) in [
            ("hw", &verbose.hw, &compact.hw),
            ("wanted", &verbose.wanted, &compact.wanted),
            ("active", &verbose.active, &compact.active),
            ("nochange", &verbose.nochange, &compact.nochange),
        ] {
            let (verbose, compact) = (verbose.as_ref(), compact.as_ref().expect("a bitset"));
            let listed = bits(verbose);
            let set: Vec<_> = listed.iter().map(|(index, _)| *index).collect();
            assert_eq!(indices(compact.value.as_ref()), set, "{device} {what}");
            told.extend(
                listed
                    .into_iter()
                    .map(|(index, name)| (index, name.to_owned())),
            );
            let verbose = verbose.expect("a bitset");
            assert_eq!(
                (verbose.size, verbose.nomask),
                (compact.size, compact.nomask)
            );
            // A bitset with a mask lists all of its bits.
            let size = verbose.size.expect("a size") as usize;
            let mask = compact.mask.as_ref().map(|mask| mask.len() * 8);
            assert_eq!(mask, (what == "hw").then_some(size));
            let listed = verbose.bits.as_ref().map(|bits| bits.bit.len());
            assert!(what != "hw" || listed == Some(size), "{device} {what}");
        }
    }

    let names = names(&mut ethtool)?;
    assert!(told.iter().all(|bit| names.contains(bit)));
    assert!(told.contains(&(3, "tx-checksum-ip-generic".to_owned())));
    Ok(())
}
