//! A recorded run, on Linux 6.18, x86-64.

use genl::Scripted;
use genl::transport::RecordingError;

/// The datagrams of the client and of the listener, as [`genl::Recorder`] writes them.
const PM: &str = include_str!("recording/pm.txt");
const EVENTS: &str = include_str!("recording/events.txt");

/// Returns the peers of the client and of the listener.
pub(crate) fn peers() -> Result<(Scripted, Scripted), RecordingError> {
    Ok((
        Scripted::from_recording(PM)?,
        Scripted::from_recording(EVENTS)?,
    ))
}
