//! The same run as a kernel answered it once: Linux 6.18, x86-64.

use genl::Scripted;
use genl::transport::RecordingError;

/// What went over the sockets of the client and of the listener, as [`genl::Recorder`] writes it.
const PM: &str = include_str!("recording/pm.txt");
const EVENTS: &str = include_str!("recording/events.txt");

/// The peer of the client, and that of the listener.
pub(crate) fn peers() -> Result<(Scripted, Scripted), RecordingError> {
    Ok((
        Scripted::from_recording(PM)?,
        Scripted::from_recording(EVENTS)?,
    ))
}
