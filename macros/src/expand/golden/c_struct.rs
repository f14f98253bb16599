/// An IPv6 neighbour discovery: `struct ovs_key_nd`.
#[derive(Clone, Copy, Debug, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct KeyNd {
    /// The IP address it is about.
    #[member(display_hint = ipv6)]
    pub nd_target: [u8; 16],
    /// The Ethernet address it comes from.
    #[member(display_hint = mac)]
    pub nd_sll: [u8; 6],
    #[member(pad)]
    _pad: [u8; 2],
    #[member(name = "kind")]
    pub r#type: Enum<Kind>,
}

#[derive(FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
#[c_struct(name = "masked-key")]
struct Masked<T> {
    value: T,
    mask: T,
}

#[derive(CStruct)]
struct Failed {
    value: u32,
}
