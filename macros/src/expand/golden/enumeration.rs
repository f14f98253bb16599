/// What an event tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enumeration)]
#[repr(u16)]
pub enum AddressFamily {
    Unspec,
    /// IPv4.
    Inet = 2,
    #[enumeration(name = "inet-v6")]
    Inet6 = libc::AF_INET6 as u16,
    Next,
    #[unknown]
    Other(u16),
}

#[derive(Enumeration)]
#[repr(i8)]
enum Signed {
    Less = -1,
    Equal,
    #[unknown]
    Other(i8),
}
