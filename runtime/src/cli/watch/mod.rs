//! `genl watch`.

mod show;
mod stop;

use std::time::{Duration, Instant};

use clap::Args;
use genl::nlctrl::{FamilyReply, Nlctrl};
use genl::{Client, ErrorKind, Family, Listener, Received};

use crate::failure::{Failure, inform, tell};
use crate::output::Output;
use crate::{kernel, nearest};
use show::{Form, Show};

/// The default size of the receive buffer, in bytes. Without privileges, the kernel limits it to `net.core.rmem_max`.
const BUFFER: usize = 1 << 20;

/// Print the events of a family as they arrive
///
/// Joins multicast groups of the family, and prints each event with the time at which it was read. If genl has a description of the
/// family, attributes have names. Otherwise an attribute is printed as #NUMBER, its bytes, and what they could mean as text or as an
/// integer. A line in between says that the kernel dropped events because they were not read fast enough. If the kernel unregisters
/// the family, the command keeps waiting, and goes on when the family is registered again.
///
/// Exits with status 0 on Ctrl-C or SIGTERM, after --count events, and after --timeout seconds. Exits with status 1 if fewer than
/// --count events arrived in time. With --json each event is an object on its own line.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  genl watch mptcp_pm
  genl watch ethtool monitor --tree
  genl watch nlctrl --json | jq .
  genl watch mptcp_pm --count 1 --timeout 10 && echo something happened")]
pub(crate) struct Watch {
    /// The name of the family
    family: String,

    /// The multicast groups to join [default: all groups of the family]
    #[arg(value_name = "GROUP")]
    groups: Vec<String>,

    /// Print each event as a tree
    #[arg(long)]
    tree: bool,

    /// Print each event as a tree, with its bytes
    #[arg(long)]
    hex: bool,

    /// Exit after N events
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    count: Option<u64>,

    /// Exit after this time
    #[arg(long, value_name = "SECONDS")]
    timeout: Option<f64>,

    /// The size of the receive buffer, which holds events until they are read
    #[arg(long, value_name = "BYTES")]
    buffer: Option<usize>,
}

impl Watch {
    pub(crate) fn run(&self, output: &mut Output) -> Result<(), Failure> {
        let family = kernel::family(&mut Nlctrl::connect()?, &self.family)?;
        let (mut listener, joined) = self.listen(&family)?;
        stop::when_told(&listener.stopper()?)?;
        let deadline = self.deadline()?;
        // From here on every event is received and every signal is handled.
        inform(format_args!(
            "watching {} ({joined}); Ctrl-C ends",
            family.family_name
        ));
        let form = Form::new(self.tree, self.hex, output);
        let mut show = Show::new(&family, form, output)?;
        let mut count = 0;
        while self.count.is_none_or(|most| count < most) {
            let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            listener.set_receive_timeout(left)?;
            match listener.next_message() {
                Ok(Received::Event(message)) => {
                    show.event(&message)?;
                    count += 1;
                }
                Ok(Received::Overrun) => show.note("overrun", "the kernel dropped events here")?,
                Err(error) => match error.kind() {
                    ErrorKind::Stopped => return Ok(()),
                    ErrorKind::Timeout if deadline.is_some() => return self.timed_out(count),
                    ErrorKind::FamilyGone => show.gone()?,
                    ErrorKind::Truncated { .. } | ErrorKind::DecodeEvent(_) => {
                        show.note("error", &error.to_string())?;
                    }
                    _ => return Err(error.into()),
                },
            }
        }
        Ok(())
    }

    fn deadline(&self) -> Result<Option<Instant>, Failure> {
        let Some(seconds) = self.timeout else {
            return Ok(None);
        };
        let timeout = Duration::try_from_secs_f64(seconds).ok();
        let deadline = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        let wrong = || Failure::usage(format_args!("{seconds} is not a valid timeout"));
        deadline.ok_or_else(wrong).map(Some)
    }

    fn timed_out(&self, count: u64) -> Result<(), Failure> {
        match (self.count, self.timeout) {
            (Some(wanted), Some(seconds)) => Err(Failure::failed(format_args!(
                "received {count} of {wanted} events in {seconds} seconds"
            ))),
            _ => Ok(()),
        }
    }

    /// Joins the groups on a socket with a large receive buffer, since terminals are slow. Returns the names of the groups.
    fn listen(&self, family: &FamilyReply) -> Result<(Listener<()>, String), Failure> {
        let known = family.mcast_groups.iter().map(|group| group.name.as_str());
        if known.clone().next().is_none() {
            return Err(Failure::failed(format_args!(
                "{} has no multicast groups, so it sends no events",
                family.family_name
            )));
        }
        for group in &self.groups {
            if known.clone().all(|known| known != group) {
                let help = nearest::help("group", group, known);
                let family = &family.family_name;
                return Err(Failure::failed(format_args!(
                    "{family} has no multicast group `{group}`{help}"
                )));
            }
        }
        // They are used as long as the program runs.
        let leak = |name: &str| &*name.to_owned().leak();
        let resolved = Family::new(leak(&family.family_name), 1);
        let mut listener = Listener::join_any(Client::open()?, resolved, &[])?;
        match self.buffer {
            Some(bytes) => drop(listener.set_receive_buffer_size(bytes)?),
            None => drop(listener.set_receive_buffer_size(BUFFER)),
        }
        let mut joined = Vec::new();
        let mut refusal = None;
        let wanted: Vec<_> = match &self.groups[..] {
            [] => known.collect(),
            groups => groups.iter().map(String::as_str).collect(),
        };
        for name in wanted {
            match listener.join_group(resolved.group(leak(name))) {
                Ok(()) => joined.push(name),
                Err(error) if self.groups.is_empty() && error.is_permission_denied() => {
                    refusal = Some(error);
                }
                Err(error) => return Err(error.into()),
            }
        }
        match refusal {
            Some(refusal) if joined.is_empty() => return Err(refusal.into()),
            Some(refusal) => tell(refusal),
            None => {}
        }
        Ok((listener, joined.join(", ")))
    }
}
