//! Devices with the counters of their reloads, five levels of nests deep; and `reload`.

use genl::{AttributeSet, Bitfield32};
use genl_families::devlink::{
    Dev, DevId, Devlink, DlDevStats, DlReloadActInfo, DlReloadActStats, DlReloadStats,
    DlReloadStatsEntry, Reload, ReloadAction, ReloadActions, ReloadLimits, Reloaded,
};

use super::{BINDINGS, C, both_ways, bus, by_name, device, nested_devlink};
use crate::support::{never_panics, stored};

/// Returns the counters of reloads with one action: limit and number.
fn action(reload_action: ReloadAction, entries: &[(u8, u32)]) -> DlReloadActInfo {
    let entry = |&(limit, value)| DlReloadStatsEntry {
        reload_stats_limit: Some(limit),
        reload_stats_value: Some(value),
    };
    DlReloadActInfo {
        reload_action: Some(reload_action),
        reload_action_stats: vec![DlReloadActStats {
            reload_stats_entry: entries.iter().map(entry).collect(),
        }],
    }
}

pub(super) fn dev() -> Dev {
    let local = vec![
        action(ReloadAction::DriverReinit, &[(0, 2)]),
        action(ReloadAction::FwActivate, &[(0, 1), (1, 3)]),
    ];
    let remote = vec![action(ReloadAction::FwActivate, &[(0, u32::MAX), (1, 0)])];
    Dev {
        bus_name: Some(bus()),
        dev_name: Some(device()),
        index: Some(7),
        reload_failed: Some(false),
        dev_stats: Some(DlDevStats {
            reload_stats: Some(DlReloadStats {
                reload_action_info: local,
            }),
            remote_reload_stats: Some(DlReloadStats {
                reload_action_info: remote,
            }),
        }),
        nested_devlink: vec![nested_devlink(), nested_devlink()],
    }
}

pub(super) fn reload() -> Reload {
    Reload {
        bus_name: Some(bus()),
        dev_name: Some(device()),
        index: None,
        reload_action: Some(ReloadAction::FwActivate),
        reload_limits: Some(Bitfield32 {
            value: ReloadLimits::NO_RESET,
            selector: ReloadLimits::NO_RESET,
        }),
        netns_pid: None,
        netns_fd: None,
        netns_id: None,
    }
}

pub(super) fn reloaded() -> Reloaded {
    let both = ReloadActions::DRIVER_REINIT | ReloadActions::FW_ACTIVATE;
    Reloaded {
        bus_name: Some(bus()),
        dev_name: Some(device()),
        index: Some(7),
        reload_actions_performed: Some(Bitfield32 {
            value: both,
            selector: both,
        }),
    }
}

#[test]
fn devices() {
    both_ways(C, "dev-request", &by_name());
    let by_index = DevId {
        index: Some(7),
        ..DevId::default()
    };
    both_ways(C, "dev-request-by-index", &by_index);
    both_ways(C, "dev", &dev());
    let alone = Dev {
        nested_devlink: Vec::new(),
        ..dev()
    };
    both_ways(BINDINGS, "dev", &alone);
}

#[test]
fn reloads() {
    both_ways(C, "reload-request", &reload());
    both_ways(BINDINGS, "reload-request", &reload());
    let into_namespace = Reload {
        reload_action: Some(ReloadAction::DriverReinit),
        reload_limits: None,
        netns_pid: Some(4711),
        ..reload()
    };
    both_ways(C, "reload-request-into-namespace", &into_namespace);
    both_ways(C, "reload", &reloaded());
    both_ways(BINDINGS, "reload", &reloaded());
}

#[test]
fn numbers_come_from_the_same_set_at_every_depth() {
    let subset_of = |set: &genl::description::AttributeSet| set.subset_of.map(|set| set.name);
    let mut set = Dev::DESCRIPTION;
    let path = [
        ("dev-stats", 156),
        ("remote-reload-stats", 161),
        ("reload-action-info", 162),
        ("reload-action-stats", 163),
        ("reload-stats-entry", 158),
    ];
    for (name, number) in path {
        assert_eq!(subset_of(&set), Some("devlink"));
        let found = set.attributes.iter().find(|it| it.name == name);
        let found = found.expect("the attribute is in it");
        assert_eq!(found.number, number);
        set = *found.kind.nested().expect("it is a nest");
    }
    let numbers: Vec<_> = set.attributes.iter().map(|it| it.number).collect();
    assert_eq!(
        (set.name, numbers),
        ("dl-reload-stats-entry", vec![159, 160])
    );
    let all = Devlink::DESCRIPTION.attributes;
    assert!(all.windows(2).all(|two| two[0].number < two[1].number));
}

#[test]
fn broken_bytes_never_panic() {
    never_panics::<Dev>(&stored(C, "dev"));
    never_panics::<Devlink>(&stored(C, "dev"));
    never_panics::<Reload>(&stored(C, "reload-request"));
    never_panics::<Reloaded>(&stored(C, "reload"));
}
