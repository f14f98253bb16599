//! `devlink`: network devices without their interfaces (`Documentation/netlink/specs/devlink.yaml`, `net/devlink/`).
//!
//! These operations are described: get, port-get, port-set, reload, health-reporter-*, trap-get and trap-set.

mod attributes;
mod definitions;
mod dev;
mod health;
mod port;
mod trap;

pub use attributes::Devlink;
pub use definitions::{
    PortFlavour, PortFnAttrCap, PortFnOpstate, PortFnState, PortType, ReloadAction, ReloadActions,
    ReloadLimits, TrapAction, TrapType, VarAttrType,
};
pub use dev::{
    Dev, DevId, DlDevStats, DlNestedDevlink, DlReloadActInfo, DlReloadActStats, DlReloadStats,
    DlReloadStatsEntry, Reload, Reloaded,
};
pub use health::{
    DlHealthReporter, Fmsg, FmsgReply, HealthReporter, HealthReporterDump, HealthReporterId,
    HealthReporterSet,
};
pub use port::{DlPortFunction, Port, PortFunctionSet, PortId, PortSet};
pub use trap::{DlAttrStats, DlTrapMetadata, Trap, TrapId, TrapSet};

use genl::genl_family;

genl_family! {
    /// Network devices without their interfaces.
    #[family(name = "devlink", version = 1)]
    pub trait DevlinkFamily {
        /// The events of everything that is added, removed and changed. The group and its events are not in the YAML.
        const CONFIG: MulticastGroup = "config";

        /// Get devlink instances.
        #[op(1, reply = 3, lax)]
        fn get(request: DevId) -> Dev;

        /// Get every devlink instance.
        #[op(1, dump, reply = 3, lax)]
        fn dump() -> Dev;

        /// An instance was added or changed.
        #[event(3, group = CONFIG, notify = get)]
        fn new_ntf();

        /// An instance was removed.
        #[event(4, group = CONFIG, notify = get)]
        fn del_ntf();

        /// Get devlink port instances.
        #[op(5, reply = 7, lax)]
        fn port_get(request: PortId) -> Port;

        /// Get the ports of one device, or of all. Due to a bug the kernel replies with `DEVLINK_CMD_NEW`.
        #[op(5, dump, reply = 3)]
        fn port_dump(request: DevId) -> Port;

        /// Set devlink port instances.
        #[op(6, lax, admin_perm)]
        fn port_set(request: PortSet);

        /// A port was added or changed.
        #[event(7, group = CONFIG, notify = port_get)]
        fn port_new_ntf();

        /// A port was removed.
        #[event(8, group = CONFIG, notify = port_get)]
        fn port_del_ntf();

        /// Reload devlink. A request without an action and without limits has no reply.
        #[op(37, lax, admin_perm)]
        fn reload(request: Reload) -> Option<Reloaded>;

        /// Get health reporter instances.
        #[op(52, lax)]
        fn health_reporter_get(request: HealthReporterId) -> HealthReporter;

        /// Get the health reporters of a port, of a device or of all.
        #[op(52, dump)]
        fn health_reporter_dump(request: HealthReporterDump) -> HealthReporter;

        /// Set health reporter instances.
        #[op(53, lax, admin_perm)]
        fn health_reporter_set(request: HealthReporterSet);

        /// Recover health reporter instances.
        #[op(54, lax, admin_perm)]
        fn health_reporter_recover(request: HealthReporterId);

        /// A health reporter has found an error, or recovered.
        #[event(54, group = CONFIG, notify = health_reporter_get)]
        fn health_reporter_recover_ntf();

        /// Diagnose health reporter instances. There are several replies, followed by the end mark of a dump.
        #[op(55, multi, lax, admin_perm)]
        fn health_reporter_diagnose(request: HealthReporterId) -> FmsgReply;

        /// Dump health reporter instances: the stored dump, or else a new one. Fails with `EAGAIN` if the dump was replaced.
        #[op(56, dump, lax, admin_perm)]
        fn health_reporter_dump_get(request: HealthReporterId) -> FmsgReply;

        /// Clear dump of health reporter instances.
        #[op(57, lax, admin_perm)]
        fn health_reporter_dump_clear(request: HealthReporterId);

        /// Get trap instances.
        #[op(61, reply = 63, lax)]
        fn trap_get(request: TrapId) -> Trap;

        /// Get the traps of one device, or of all.
        #[op(61, dump, reply = 63)]
        fn trap_dump(request: DevId) -> Trap;

        /// Set trap instances.
        #[op(62, lax, admin_perm)]
        fn trap_set(request: TrapSet);

        /// A trap was added.
        #[event(63, group = CONFIG, notify = trap_get)]
        fn trap_new_ntf();

        /// A trap was removed.
        #[event(64, group = CONFIG, notify = trap_get)]
        fn trap_del_ntf();

        /// Test health reporter instances.
        #[op(73, lax, admin_perm)]
        fn health_reporter_test(request: HealthReporterId);
    }
}
