//! `TASKSTATS`: statistics of tasks, while they run and when they end (`include/uapi/linux/taskstats.h`,
//! `include/uapi/linux/cgroupstats.h`, `kernel/taskstats.c`).

mod records;

pub use records::{Cgroupstats, Taskstats};

use genl::{AttributeSet, genl_family};

/// Attributes of replies and events (`TASKSTATS_TYPE_*`). The kernel aligns with `TASKSTATS_TYPE_NULL`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 6)]
pub struct TaskstatsType {
    /// The id of a task.
    #[attr(1)]
    pub pid: Option<u32>,
    /// The id of a thread group.
    #[attr(2)]
    pub tgid: Option<u32>,
    /// Statistics.
    #[attr(3, c_struct)]
    pub stats: Option<Taskstats>,
    /// Those of a task.
    #[attr(4, nest)]
    pub aggr_pid: Option<Box<AggrPid>>,
    /// Those of a thread group.
    #[attr(5, nest)]
    pub aggr_tgid: Option<Box<AggrTgid>>,
}

/// A task and its statistics.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = TaskstatsType)]
pub struct AggrPid {
    /// The task.
    pub pid: u32,
    /// Its statistics.
    pub stats: Taskstats,
}

/// A thread group and its statistics.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = TaskstatsType)]
pub struct AggrTgid {
    /// The thread group.
    pub tgid: u32,
    /// The sum over its threads. Only delays, CPU times and context switches are set.
    pub stats: Taskstats,
}

/// The statistics of a task or a thread group that was asked for, or of a task that ended.
///
/// The thread group of a task that ended is present if the task was its last.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = TaskstatsType)]
pub struct Stats {
    /// The statistics of the task.
    pub aggr_pid: Option<Box<AggrPid>>,
    /// The statistics of the thread group.
    pub aggr_tgid: Option<Box<AggrTgid>>,
}

/// Attributes of requests (`TASKSTATS_CMD_ATTR_*`).
///
/// A request has one of them. If there are several, the kernel uses the CPUs, or else the task.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct TaskstatsCmdAttr {
    /// A task whose statistics are asked for.
    #[attr(1)]
    pub pid: Option<u32>,
    /// A thread group whose statistics are asked for.
    #[attr(2)]
    pub tgid: Option<u32>,
    /// The CPUs, such as `0-3,5`, whose ending tasks are reported to the socket from now on, by [`TasksEvent::New`].
    #[attr(3)]
    pub register_cpumask: Option<String>,
    /// The CPUs whose ending tasks are no longer reported to the socket.
    #[attr(4)]
    pub deregister_cpumask: Option<String>,
}

/// Attributes of requests for a control group (`CGROUPSTATS_CMD_ATTR_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CgroupstatsGet {
    /// A descriptor of its directory, in the first version of control groups.
    #[attr(1)]
    pub fd: u32,
}

/// Attributes of replies for a control group (`CGROUPSTATS_TYPE_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CgroupstatsType {
    /// Its statistics.
    #[attr(1, c_struct)]
    pub cgroup_stats: Cgroupstats,
}

genl_family! {
    /// Statistics of tasks, while they run and when they end.
    #[family(name = "TASKSTATS", version = 1)]
    pub trait Tasks {
        /// Returns the statistics of a task or of a thread group.
        ///
        /// Fails with `ESRCH` if it does not exist. A request with CPUs has no reply.
        #[op(1, reply = 2, admin_perm)]
        fn get(request: TaskstatsCmdAttr) -> Option<Stats>;

        /// A task has ended. The event is sent to registered sockets, not to a group.
        #[event(2, unicast)]
        fn new(event: Stats);

        /// Returns the number of tasks of a control group by state.
        #[op(4, reply = 5)]
        fn cgroupstats_get(request: CgroupstatsGet) -> CgroupstatsType;
    }
}
