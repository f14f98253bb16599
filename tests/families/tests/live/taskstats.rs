//! `TASKSTATS` of this process, of processes that end, and of a control group.

use std::fs::{self, File};
use std::os::fd::AsRawFd;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::{ExitStatusExt, parent_id};
use std::process::{self, Command, ExitStatus};
use std::thread;
use std::time::Duration;

use genl::wire::UnknownAttribute;
use genl::{AttributeSet, Client, Do, Listener, Received};
use genl_families::known;
use genl_families::taskstats::{CgroupstatsGet, Stats, Tasks, TasksEvent, TaskstatsCmdAttr};
use genl_tests::live::{LiveTest, live_test};

use crate::outside::outside;
use crate::policy::{self, Outcome};
use crate::taskstats;

pub(crate) const TESTS: &[LiveTest] = &[
    live_test!(taskstats::policy_agrees, needs = [Family("TASKSTATS")]),
    live_test!(
        taskstats::asking_needs_capabilities_in_the_initial_namespace,
        needs = [Family("TASKSTATS")]
    ),
    live_test!(
        taskstats::control_groups_are_counted,
        needs = [Family("TASKSTATS")]
    ),
    live_test!(
        taskstats::statistics_of_this_process,
        needs = [Family("TASKSTATS"), Admin]
    ),
    live_test!(
        taskstats::the_struct_has_grown,
        needs = [Family("TASKSTATS"), Admin]
    ),
    live_test!(
        taskstats::registered_listeners_receive_the_end_of_tasks,
        needs = [Family("TASKSTATS"), Admin, FirstNamespace]
    ),
];

pub(crate) fn policy_agrees() -> Outcome {
    policy::agrees(Tasks::DESCRIPTION, known::TASKSTATS)
}

fn task(pid: u32) -> TaskstatsCmdAttr {
    TaskstatsCmdAttr {
        pid: Some(pid),
        ..TaskstatsCmdAttr::default()
    }
}

fn group(tgid: u32) -> TaskstatsCmdAttr {
    TaskstatsCmdAttr {
        tgid: Some(tgid),
        ..TaskstatsCmdAttr::default()
    }
}

pub(crate) fn asking_needs_capabilities_in_the_initial_namespace() -> Outcome {
    let error = Tasks::connect()?.get(&task(process::id())).expect_err("no");
    assert_eq!(error.raw_os_error(), Some(libc::EPERM), "{error}");
    Ok(())
}

pub(crate) fn control_groups_are_counted() -> Outcome {
    let mut tasks = Tasks::connect()?;
    let ask = |tasks: &mut Tasks, directory: &File| {
        let fd = u32::try_from(directory.as_raw_fd()).expect("a descriptor");
        tasks.cgroupstats_get(&CgroupstatsGet { fd })
    };
    let error = ask(&mut tasks, &File::open("/")?).expect_err("no control group");
    assert_eq!(error.raw_os_error(), Some(libc::EINVAL), "{error}");
    // Only the first version of control groups.
    let mounts = fs::read_to_string("/proc/mounts")?;
    let mut mounts = mounts
        .lines()
        .map(|line| line.split(' ').collect::<Vec<_>>());
    let Some(mount) = mounts.find(|mount| mount.get(2) == Some(&"cgroup")) else {
        println!("no control groups of the first version are mounted");
        return Ok(());
    };
    let stats = ask(&mut tasks, &File::open(mount[1])?)?.cgroup_stats;
    assert!(stats.nr_running + stats.nr_sleeping > 0, "{stats:?}");
    assert!(stats.nr_sleeping < 1 << 22, "{stats:?}");
    Ok(())
}

pub(crate) fn statistics_of_this_process() -> Outcome {
    let pid = process::id();
    let mut tasks = Tasks::connect()?;
    let reply = tasks.get(&task(pid))?.ok_or("no reply")?;
    assert!(reply.aggr_tgid.is_none());
    let told = reply.aggr_pid.ok_or("no task")?;
    let stats = told.stats;
    assert_eq!((told.pid, stats.ac_pid, stats.ac_tgid), (pid, pid, pid));
    assert_eq!(stats.ac_ppid, parent_id());
    assert!(stats.version >= 13, "{}", stats.version);
    let proc = fs::read_to_string("/proc/self/status")?;
    let field = |name: &str| -> Option<u64> {
        let line = proc.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse().ok()
    };
    assert_eq!(field("Uid:"), Some(stats.ac_uid.into()));
    assert_eq!(field("Gid:"), Some(stats.ac_gid.into()));
    // These were read slightly later.
    assert!(Some(stats.hiwater_vm) <= field("VmPeak:"), "{stats:?}");
    assert!(Some(stats.nvcsw) <= field("voluntary_ctxt_switches:"));
    let comm = fs::read_to_string("/proc/self/comm")?;
    let name = stats.ac_comm.split(|byte| *byte == 0).next();
    assert_eq!(name, Some(comm.trim_end().as_bytes()));
    // A field near the end of the struct: no field before it has moved.
    let exe = fs::metadata("/proc/self/exe")?;
    assert_eq!(stats.ac_exe_inode, exe.ino());
    assert_eq!(stats.ac_btime64, u64::from(stats.ac_btime));
    assert!(
        stats.ac_etime > 0 && stats.ac_etime <= stats.ac_tgetime,
        "{stats:?}"
    );
    assert!(stats.cpu_run_virtual_total > 0, "{stats:?}");

    let reply = tasks.get(&group(pid))?.ok_or("no reply")?;
    assert_eq!(reply.aggr_pid, None);
    assert_eq!(reply.aggr_tgid.ok_or("no thread group")?.tgid, pid);
    let error = tasks.get(&task(1 << 22)).expect_err("too great an id");
    assert_eq!(error.raw_os_error(), Some(libc::ESRCH), "{error}");
    Ok(())
}

/// A reply with its undecoded payload.
#[derive(Debug, AttributeSet)]
struct Raw {
    #[attr(4, nest)]
    aggr_pid: RawAggr,
}

#[derive(Debug, AttributeSet)]
struct RawAggr {
    #[attr(unknown)]
    all: Vec<UnknownAttribute>,
}

pub(crate) fn the_struct_has_grown() -> Outcome {
    const RAW: Do<TaskstatsCmdAttr, Raw> = Tasks::FAMILY.op("get", 1).reply(2);
    const OURS: usize = size_of::<genl_families::taskstats::Taskstats>();
    assert_eq!(OURS, 432, "version 14, by the kernel's header");
    let mut client = Client::connect(Tasks::FAMILY)?;
    let raw = client.call(&RAW, &task(process::id()))?.aggr_pid.all;
    let stats = raw.iter().find(|it| it.number == 3).ok_or("no struct")?;
    let version = stats.payload.first_chunk().ok_or("no version")?;
    match u16::from_ne_bytes(*version) {
        16 => assert_eq!(stats.payload.len(), 560),
        14 => assert_eq!(stats.payload.len(), OURS),
        13 => assert_eq!(stats.payload.len(), 416),
        other => println!("version {other}: {} bytes", stats.payload.len()),
    }
    let reply = client.call(&Tasks::GET, &task(process::id()))?;
    let read = reply.ok_or("no reply")?.aggr_pid.ok_or("no task")?.stats;
    assert_eq!(read.version, u16::from_ne_bytes(*version));
    Ok(())
}

/// Skips events until one about the task `pid`.
fn end_of(
    events: &mut Listener<TasksEvent>,
    pid: u32,
) -> Result<Stats, Box<dyn std::error::Error>> {
    loop {
        if let Received::Event(TasksEvent::New(stats)) = events.next()? {
            if stats.aggr_pid.as_ref().is_some_and(|it| it.pid == pid) {
                return Ok(stats);
            }
        }
    }
}

/// The kernel sends only to sockets in the initial network namespace (`send_cpu_listeners`, `kernel/taskstats.c`).
pub(crate) fn registered_listeners_receive_the_end_of_tasks() -> Outcome {
    let mut events = outside(register)?;

    let mut child = Command::new("sh").args(["-c", "exit 7"]).spawn()?;
    let pid = child.id();
    let ended = child.wait()?;
    let stats = end_of(&mut events, pid)?;
    let task = stats.aggr_pid.ok_or("no task")?.stats;
    let code = ExitStatus::from_raw(i32::try_from(task.ac_exitcode)?);
    assert_eq!((code, code.code()), (ended, Some(7)));
    assert_eq!(task.ac_ppid, process::id());
    assert!(task.ac_comm.starts_with(b"sh\0"), "{task:?}");
    // It had only its first thread, so there is no sum.
    assert_eq!(stats.aggr_tgid, None);

    let thread = thread::spawn(|| nix::unistd::gettid().as_raw());
    let thread = thread.join().map_err(|_| "the thread panicked")?;
    let stats = end_of(&mut events, u32::try_from(thread)?)?;
    let task = stats.aggr_pid.ok_or("no task")?.stats;
    assert_eq!(task.ac_tgid, process::id());
    Ok(())
}

/// Registers a listener for tasks that end on any CPU.
fn register() -> Result<Listener<TasksEvent>, Box<dyn std::error::Error>> {
    let cpus = fs::read_to_string("/sys/devices/system/cpu/possible")?;
    let cpus = Some(cpus.trim().to_owned());
    let request = TaskstatsCmdAttr {
        register_cpumask: cpus,
        ..TaskstatsCmdAttr::default()
    };
    let mut client = Client::connect(Tasks::FAMILY)?;
    assert_eq!(client.call(&Tasks::GET, &request)?, None);
    // The socket of the client is registered. There is no group to join.
    let mut events: Listener<TasksEvent> = Listener::join(client, &[])?;
    events.set_receive_timeout(Some(Duration::from_secs(5)))?;
    Ok(events)
}
