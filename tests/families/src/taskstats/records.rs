//! The statistics of a task and of a control group, as the C structs of the headers.

use genl::CStruct;
use zerocopy::{FromBytes, Immutable, IntoBytes};

/// Statistics of a task, or the sum over a thread group: `struct taskstats`, version 14.
///
/// Delays are a count and a sum in nanoseconds. They stay 0 without delay accounting (`kernel.task_delayacct`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct Taskstats {
    /// The version of the struct that the kernel wrote. Later versions add fields at the end.
    pub version: u16,
    #[member(pad)]
    pad_exitcode: [u8; 2],
    /// How the task ended, as in `wait(2)`.
    pub ac_exitcode: u32,
    /// `AFORK`, `ASU`, `ACOMPAT`, `ACORE`, `AXSIG`, `AGROUP`, as in `linux/acct.h`.
    pub ac_flag: u8,
    /// Its nice value.
    pub ac_nice: i8,
    #[member(pad)]
    pad_cpu: [u8; 6],
    /// The number of waits for a CPU.
    pub cpu_count: u64,
    /// The duration of these waits, in nanoseconds.
    pub cpu_delay_total: u64,
    /// The number of waits for block devices.
    pub blkio_count: u64,
    /// The duration of these waits, in nanoseconds.
    pub blkio_delay_total: u64,
    /// The number of waits for pages to be swapped in.
    pub swapin_count: u64,
    /// The duration of these waits, in nanoseconds.
    pub swapin_delay_total: u64,
    /// The time it ran, without time stolen from the machine, in nanoseconds.
    pub cpu_run_real_total: u64,
    /// The time it ran as the machine saw it, in nanoseconds.
    pub cpu_run_virtual_total: u64,
    /// The name of its command, up to the first NUL.
    pub ac_comm: [u8; 32],
    /// Its scheduling policy.
    pub ac_sched: u8,
    #[member(pad)]
    ac_pad: [u8; 3],
    #[member(pad)]
    pad_uid: [u8; 4],
    /// Its user.
    pub ac_uid: u32,
    /// Its group.
    pub ac_gid: u32,
    /// Its id.
    pub ac_pid: u32,
    /// The id of its parent.
    pub ac_ppid: u32,
    /// When it started, in seconds since 1970, until 2106.
    pub ac_btime: u32,
    #[member(pad)]
    pad_etime: [u8; 4],
    /// The time since then, in microseconds.
    pub ac_etime: u64,
    /// Its CPU time in user mode, in microseconds.
    pub ac_utime: u64,
    /// Its CPU time in the kernel, in microseconds.
    pub ac_stime: u64,
    /// Its page faults without I/O.
    pub ac_minflt: u64,
    /// Its page faults with I/O.
    pub ac_majflt: u64,
    /// Its resident memory over system time, in megabytes times microseconds.
    pub coremem: u64,
    /// Its virtual memory over system time, in megabytes times microseconds.
    pub virtmem: u64,
    /// The greatest resident memory, in kilobytes.
    pub hiwater_rss: u64,
    /// The greatest virtual memory, in kilobytes.
    pub hiwater_vm: u64,
    /// Bytes it read.
    pub read_char: u64,
    /// Bytes it wrote.
    pub write_char: u64,
    /// Its system calls that read.
    pub read_syscalls: u64,
    /// Its system calls that write.
    pub write_syscalls: u64,
    /// Bytes read for it from devices.
    pub read_bytes: u64,
    /// Bytes written for it to devices.
    pub write_bytes: u64,
    /// Bytes whose write was cancelled.
    pub cancelled_write_bytes: u64,
    /// Its voluntary context switches.
    pub nvcsw: u64,
    /// Its other context switches.
    pub nivcsw: u64,
    /// `ac_utime`, scaled by the frequency of the CPU.
    pub ac_utimescaled: u64,
    /// `ac_stime`, scaled by the frequency of the CPU.
    pub ac_stimescaled: u64,
    /// `cpu_run_real_total`, scaled by the frequency of the CPU.
    pub cpu_scaled_run_real_total: u64,
    /// The number of waits for memory to be reclaimed.
    pub freepages_count: u64,
    /// The duration of these waits, in nanoseconds.
    pub freepages_delay_total: u64,
    /// The number of waits for pages that were recently evicted.
    pub thrashing_count: u64,
    /// The duration of these waits, in nanoseconds.
    pub thrashing_delay_total: u64,
    /// When it started, in seconds since 1970.
    pub ac_btime64: u64,
    /// The number of waits for memory to be compacted.
    pub compact_count: u64,
    /// The duration of these waits, in nanoseconds.
    pub compact_delay_total: u64,
    /// The id of its thread group.
    pub ac_tgid: u32,
    #[member(pad)]
    pad_tgetime: [u8; 4],
    /// The time since its thread group started, in microseconds. It is that of the whole process if `AGROUP` is set.
    pub ac_tgetime: u64,
    /// The device that its program is on.
    pub ac_exe_dev: u64,
    /// The inode of its program.
    pub ac_exe_inode: u64,
    /// The number of waits for copies on write.
    pub wpcopy_count: u64,
    /// The duration of these waits, in nanoseconds.
    pub wpcopy_delay_total: u64,
    /// The number of waits for interrupts (since version 14).
    pub irq_count: u64,
    /// The duration of these waits, in nanoseconds.
    pub irq_delay_total: u64,
}

/// The number of tasks of a control group by state: `struct cgroupstats`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct Cgroupstats {
    /// Tasks that sleep.
    pub nr_sleeping: u64,
    /// Tasks that run.
    pub nr_running: u64,
    /// Tasks that are stopped.
    pub nr_stopped: u64,
    /// Tasks that sleep and cannot be woken by signals.
    pub nr_uninterruptible: u64,
    /// Tasks that wait for I/O.
    pub nr_io_wait: u64,
}
