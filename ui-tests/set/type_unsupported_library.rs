use std::ffi::OsString;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::SystemTime;

use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(1)]
    index: NonZeroU32,
    #[attr(2)]
    path: Option<PathBuf>,
    #[attr(3)]
    name: OsString,
    #[attr(4)]
    peer: SocketAddr,
    #[attr(5)]
    since: SystemTime,
    #[attr(6)]
    port: Mutex<u16>,
}

fn main() {}
