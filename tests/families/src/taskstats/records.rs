//! What is told of a task and of a control group, as the C structs of the headers.

use genl::CStruct;
use zerocopy::{FromBytes, Immutable, IntoBytes};

/// Statistics of a task, or the sum over a thread group: `struct taskstats`, version 14.
///
/// Delays are a count and a sum in nanoseconds. They stay 0 without delay accounting (`kernel.task_delayacct`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct Taskstats {
    /// The version of the struct that the kernel wrote. Later ones add at the end.
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
    /// Waits for a CPU.
    pub cpu_count: u64,
    /// How long they were.
    pub cpu_delay_total: u64,
    /// Waits for block devices.
    pub blkio_count: u64,
    /// How long they were.
    pub blkio_delay_total: u64,
    /// Waits for pages to be swapped in.
    pub swapin_count: u64,
    /// How long they were.
    pub swapin_delay_total: u64,
    /// How long it ran, less what was stolen from the machine, in nanoseconds.
    pub cpu_run_real_total: u64,
    /// How long it ran as the machine saw it, in nanoseconds.
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
    /// When it began, in seconds since 1970, until 2106.
    pub ac_btime: u32,
    #[member(pad)]
    pad_etime: [u8; 4],
    /// How long ago that was, in microseconds.
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
    /// The most resident memory it had, in kilobytes.
    pub hiwater_rss: u64,
    /// The most virtual memory it had, in kilobytes.
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
    /// Bytes that were to be written and no longer are.
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
    /// Waits for memory to be reclaimed.
    pub freepages_count: u64,
    /// How long they were.
    pub freepages_delay_total: u64,
    /// Waits for pages that had been evicted just before.
    pub thrashing_count: u64,
    /// How long they were.
    pub thrashing_delay_total: u64,
    /// When it began, in seconds since 1970.
    pub ac_btime64: u64,
    /// Waits for memory to be compacted.
    pub compact_count: u64,
    /// How long they were.
    pub compact_delay_total: u64,
    /// The id of its thread group.
    pub ac_tgid: u32,
    #[member(pad)]
    pad_tgetime: [u8; 4],
    /// How long ago its thread group began, in microseconds; the time of the whole process if `AGROUP` is set.
    pub ac_tgetime: u64,
    /// The device that its program is on.
    pub ac_exe_dev: u64,
    /// The inode of its program.
    pub ac_exe_inode: u64,
    /// Waits for copies on write.
    pub wpcopy_count: u64,
    /// How long they were.
    pub wpcopy_delay_total: u64,
    /// Waits for interrupts (since version 14).
    pub irq_count: u64,
    /// How long they were.
    pub irq_delay_total: u64,
}

/// How many tasks of a control group do what: `struct cgroupstats`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct Cgroupstats {
    /// Sleeping.
    pub nr_sleeping: u64,
    /// Running.
    pub nr_running: u64,
    /// Stopped.
    pub nr_stopped: u64,
    /// Sleeping, not to be woken by signals.
    pub nr_uninterruptible: u64,
    /// Waiting for I/O.
    pub nr_io_wait: u64,
}
