//! `SEG6`: segment routing over IPv6 (`include/uapi/linux/seg6_genl.h`, `net/ipv6/seg6.c`).

use core::net::Ipv6Addr;

use genl::{AttributeSet, Enumeration, genl_family};

/// Attributes (`SEG6_ATTR_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Seg6Attr {
    /// An address.
    #[attr(1)]
    pub dst: Option<Ipv6Addr>,
    /// Not used.
    #[attr(2)]
    pub dstlen: Option<i32>,
    /// The id of a key.
    #[attr(3)]
    pub hmackeyid: Option<u32>,
    /// The key, of at most 64 bytes (`SEG6_HMAC_SECRET_LEN`).
    #[attr(4)]
    pub secret: Option<Vec<u8>>,
    /// The number of bytes of the key. It must not be greater than the length of the key.
    #[attr(5)]
    pub secretlen: Option<u8>,
    /// The algorithm of the key.
    #[attr(6)]
    pub algid: Option<HmacAlgo>,
    /// Not used.
    #[attr(7, nest)]
    pub hmacinfo: Option<HmacInfo>,
}

/// Unused.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct HmacInfo {}

/// The algorithm of a key (`SEG6_HMAC_ALGO_*`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum HmacAlgo {
    /// HMAC with SHA-1.
    #[default]
    Sha1 = 1,
    /// HMAC with SHA-256.
    Sha256 = 2,
    /// Another value.
    #[unknown]
    Other(u8),
}

/// A key.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Seg6Attr)]
pub struct Hmac {
    /// Its id, not 0.
    pub hmackeyid: u32,
    /// The number of its bytes. 0 removes the key.
    pub secretlen: u8,
    /// The algorithm.
    pub algid: HmacAlgo,
    /// The key itself.
    pub secret: Option<Vec<u8>>,
}

/// The source address of encapsulated packets.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Seg6Attr)]
pub struct TunnelSource {
    /// The address. With `::`, the kernel chooses one.
    pub dst: Ipv6Addr,
}

genl_family! {
    /// Segment routing over IPv6.
    #[family(name = "SEG6", version = 1)]
    pub trait Seg6 {
        /// Sets a key, or removes it.
        #[op(1, admin_perm, name = "sethmac")]
        fn set_hmac(request: Hmac);

        /// The keys.
        #[op(2, dump, admin_perm, name = "dumphmac")]
        fn dump_hmac() -> Hmac;

        /// Sets the source address of encapsulated packets.
        #[op(3, admin_perm)]
        fn set_tunsrc(request: TunnelSource);

        /// The source address of encapsulated packets.
        #[op(4, admin_perm)]
        fn get_tunsrc() -> TunnelSource;
    }
}
