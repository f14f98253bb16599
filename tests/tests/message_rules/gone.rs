//! A family that is unregistered and registered again, as reported in the group `notify` of the controller.

use std::io;

use genl::mptcp_pm::{MptcpPm, MptcpPmEvent};
use genl::{Client, ErrorKind, Listener, MulticastGroup, Received};

use super::clocked::Clocked;
use super::{ID, message, peer};

/// `CTRL_CMD_NEWFAMILY` and `CTRL_CMD_DELFAMILY`.
const NEW: u8 = 1;
const DEL: u8 = 2;
/// The groups of the family and of the controller.
const EVENTS: i64 = 448;
const COMMANDS: i64 = 449;
const NOTIFY: i64 = 16;

/// Returns the controller's event about `mptcp_pm` with this id and these groups.
fn notice(command: u8, id: u8, groups: &str) -> Vec<u8> {
    let header = format!("{command:02x} 02 0000");
    let name = "0d00 0200 6d707463705f706d00 000000";
    let id = format!("0600 0100 {id:02x}00 0000");
    message(16, 0, 0, &format!("{header} {name} {id} {groups}"))
}

/// `mptcp_pm_events` as 200 and `mptcp_pm_cmds` as 201.
const GROUPS: &str = "4400 0700
    2000 0100  1400 0100 6d707463705f706d5f6576656e747300           0800 0200 c8000000
    2000 0200  1200 0100 6d707463705f706d5f636d647300 0000          0800 0200 c9000000";

/// Only the first group.
const ONE_GROUP: &str = "2400 0700
    2000 0100  1400 0100 6d707463705f706d5f6576656e747300           0800 0200 c8000000";

fn closed(id: u16, token: u8) -> Vec<u8> {
    message(
        id,
        0,
        0,
        &format!("03 01 0000  0800 0100 {token:02x}000000"),
    )
}

struct Pm(Listener<MptcpPmEvent, Clocked>);

impl Pm {
    fn listen(groups: &[MulticastGroup]) -> Self {
        let client = Client::over(Clocked::over(peer())).unwrap();
        Self(Listener::join(client, groups).unwrap())
    }

    fn events() -> Self {
        Self::listen(&[MptcpPm::EVENTS])
    }

    fn deliver(&mut self, datagram: Vec<u8>) {
        self.0.transport().peer.deliver(datagram, 0);
    }

    /// Returns the token of the next event, or 0 for a loss.
    #[track_caller]
    fn token(&mut self) -> u32 {
        match self.0.next().unwrap() {
            Received::Event(MptcpPmEvent::Closed(event)) => event.token,
            Received::Overrun => 0,
            Received::Event(other) => panic!("{other:?}"),
        }
    }

    #[track_caller]
    fn is_gone(&mut self) {
        let error = self.0.next().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::FamilyGone), "{error}");
    }

    #[track_caller]
    fn has_nothing(&mut self) {
        assert_eq!(self.0.try_next().unwrap(), None);
    }

    fn groups(&mut self) -> Vec<i64> {
        let groups = core::mem::take(&mut self.0.transport().groups);
        groups.into_iter().filter(|group| *group != 0).collect()
    }
}

#[test]
fn the_end_of_a_family_is_reported_in_its_place() {
    let mut pm = Pm::events();
    pm.deliver(closed(ID, 1));
    pm.deliver(notice(DEL, 28, ""));
    // From now on, another family may have its id.
    pm.deliver(closed(ID, 2));
    assert_eq!(pm.token(), 1);
    pm.is_gone();
    pm.has_nothing();
    // Both events are in one datagram, and `try_next` works too.
    let mut pm = Pm::events();
    pm.deliver([closed(ID, 1), notice(DEL, 28, ""), closed(ID, 2)].concat());
    assert_eq!(pm.token(), 1);
    let error = pm.0.try_next().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::FamilyGone));
    pm.has_nothing();
    assert_eq!(pm.groups(), [NOTIFY, EVENTS]);
}

#[test]
fn events_resume_when_a_family_is_back() {
    let mut pm = Pm::events();
    assert_eq!(pm.groups(), [NOTIFY, EVENTS]);
    pm.deliver(notice(DEL, 28, ""));
    pm.deliver(closed(ID, 1));
    pm.deliver(notice(NEW, 29, GROUPS));
    pm.deliver(closed(ID, 2));
    pm.deliver([closed(29, 3), closed(ID, 4), closed(29, 5)].concat());
    pm.is_gone();
    assert!(pm.groups().is_empty());
    assert_eq!((pm.token(), pm.token()), (3, 5));
    assert_eq!(pm.groups(), [200]);
    pm.has_nothing();
    // This happens once more.
    pm.deliver(notice(DEL, 29, ""));
    pm.deliver(notice(NEW, 28, GROUPS));
    pm.deliver(closed(ID, 6));
    pm.is_gone();
    assert_eq!(pm.token(), 6);
    assert_eq!(pm.groups(), [200]);
}

#[test]
fn groups_that_were_left_are_not_joined_again() {
    let mut pm = Pm::listen(&[MptcpPm::COMMANDS, MptcpPm::EVENTS]);
    assert_eq!(pm.groups(), [NOTIFY, COMMANDS, EVENTS]);
    pm.deliver(notice(NEW, 28, GROUPS));
    pm.has_nothing();
    let mut groups = pm.groups();
    groups.sort_unstable();
    assert_eq!(groups, [200, 201]);

    pm.0.leave_group(MptcpPm::EVENTS).unwrap();
    // Joining twice has the effect of once.
    pm.0.join_group(MptcpPm::COMMANDS).unwrap();
    assert_eq!(pm.groups(), [-200, 201]);
    pm.deliver(notice(NEW, 28, GROUPS));
    pm.has_nothing();
    assert_eq!(pm.groups(), [201]);
}

/// A group that is missing may exist when the family is registered again.
#[test]
fn a_group_that_the_family_no_longer_has_is_skipped() {
    let mut pm = Pm::listen(&[MptcpPm::COMMANDS, MptcpPm::EVENTS]);
    pm.groups();
    pm.deliver(notice(NEW, 28, ONE_GROUP));
    pm.has_nothing();
    assert_eq!(pm.groups(), [200]);
    let error = pm.0.join_group(MptcpPm::COMMANDS).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::GroupNotFound { .. }));
    pm.deliver(notice(NEW, 28, GROUPS));
    pm.has_nothing();
    assert_eq!(pm.groups().len(), 2);
}

#[test]
fn while_the_family_is_gone_it_has_no_groups() {
    let mut pm = Pm::events();
    pm.deliver(notice(DEL, 28, ""));
    pm.is_gone();
    let error = pm.0.join_group(MptcpPm::COMMANDS).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::GroupNotFound { .. }));
}

#[test]
fn a_group_that_cannot_be_joined_again_is_an_error_and_events_resume() {
    let mut pm = Pm::listen(&[MptcpPm::COMMANDS, MptcpPm::EVENTS]);
    pm.groups();
    pm.0.transport().forbidden = vec![201];
    pm.deliver(notice(NEW, 29, GROUPS));
    pm.deliver(closed(29, 1));
    let error = pm.0.next().unwrap_err();
    let ErrorKind::Join { group, .. } = error.kind() else {
        panic!("{error:?}");
    };
    let told = (*group, error.raw_os_error());
    assert_eq!(told, ("mptcp_pm_cmds", Some(libc::EPERM)));
    assert_eq!(pm.token(), 1);
    assert_eq!(pm.groups(), [200]);
}

#[test]
fn events_arrive_without_the_controllers_notices() {
    let mut transport = Clocked::over(peer());
    transport.forbidden = vec![16];
    let client = Client::over(transport).unwrap();
    let mut pm = Pm(Listener::join(client, &[MptcpPm::EVENTS]).unwrap());
    assert_eq!(pm.groups(), [EVENTS]);
    pm.deliver(closed(ID, 1));
    assert_eq!(pm.token(), 1);
}

#[test]
fn notices_of_other_families_and_of_groups_are_ignored() {
    let mut pm = Pm::events();
    for command in [NEW, DEL] {
        // `mptcp_p`, `mptcp_pmm`, and an empty name.
        for name in [
            "0c00 0200 6d707463705f7000",
            "0e00 0200 6d707463705f706d6d00 0000",
            "0500 0200 00 000000",
        ] {
            let payload = format!("{command:02x} 02 0000  {name}  0600 0100 1e00 0000");
            pm.deliver(message(16, 0, 0, &payload));
        }
    }
    // `CTRL_CMD_NEWMCAST_GRP`, `CTRL_CMD_DELMCAST_GRP`, and an unknown command.
    pm.deliver(notice(7, 28, GROUPS));
    pm.deliver(notice(8, 28, GROUPS));
    pm.deliver(notice(99, 28, ""));
    pm.deliver(closed(ID, 1));
    assert_eq!(pm.token(), 1);
    assert_eq!(pm.groups(), [NOTIFY, EVENTS]);
}

/// A message of another family with the command of the controller is ignored.
#[test]
fn notices_come_from_the_controller_alone() {
    let mut pm = Pm::events();
    let mut other = notice(DEL, 28, "");
    other[4] = 17;
    pm.deliver(other);
    pm.deliver(closed(ID, 1));
    assert_eq!(pm.token(), 1);
}

#[test]
fn undecodable_notices_are_ignored() {
    let mut pm = Pm::events();
    // Without a header, without a name, with an id that is too short, with a damaged attribute.
    for payload in [
        "",
        "0202",
        "02 02 0000",
        "02 02 0000  0600 0100 1c00 0000",
        "02 02 0000  0d00 0200 6d707463705f706d00 000000  0500 0100 1c 000000",
        "02 02 0000  0d00 0200 6d707463705f706d00 000000  0300 0100",
    ] {
        pm.deliver([message(16, 0, 0, payload), closed(ID, 1)].concat());
        assert_eq!(pm.token(), 1, "{payload}");
    }
}

#[test]
fn notices_of_other_processes_are_ignored() {
    let mut pm = Pm::events();
    let transport = pm.0.transport();
    transport.peer.deliver(notice(DEL, 28, ""), 7);
    transport.peer.deliver(notice(NEW, 29, GROUPS), 7);
    pm.deliver(closed(ID, 1));
    assert_eq!(pm.token(), 1);
}

#[test]
fn it_is_reported_in_its_place_among_drained_events() {
    let mut pm = Pm::events();
    pm.groups();
    let lost = io::Error::from_raw_os_error(libc::ENOBUFS);
    pm.0.transport().peer.fail(lost);
    pm.deliver(closed(ID, 1));
    pm.deliver(notice(DEL, 28, ""));
    pm.deliver(closed(ID, 2));
    pm.deliver(notice(NEW, 29, GROUPS));
    pm.deliver(closed(29, 3));
    assert_eq!(pm.token(), 1);
    pm.is_gone();
    assert_eq!((pm.token(), pm.token()), (3, 0));
    assert_eq!(pm.groups(), [200]);
}
