const _: () = {
    #[allow(non_upper_case_globals)]
    const __GENL_Inet6: u16 = libc::AF_INET6 as u16;
    #[allow(non_upper_case_globals)]
    const __GENL_Next: u16 = (libc::AF_INET6 as u16) + 1;
    #[cfg_attr(
        doc,
        doc = "A `u16`, 2 bytes on the wire:\n\n| value | name | variant |\n| --- | --- | --- |\n| 0 | `unspec` | `Unspec` |\n| 2 | `inet` | `Inet` |\n| `libc::AF_INET6 as u16` | `inet-v6` | `Inet6` |\n| `(libc::AF_INET6 as u16) + 1` | `next` | `Next` |"
    )]
    #[automatically_derived]
    #[allow(unreachable_patterns)]
    impl ::genl::Enumeration for AddressFamily {
        type Repr = u16;
        const DESCRIPTION: ::genl::description::Enumeration = ::genl::description::Enumeration::of::<
            Self,
        >(
            "address-family",
            "What an event tells.",
            &[
                ::genl::description::Entry::new("unspec", 0, ""),
                ::genl::description::Entry::new("inet", 2, "IPv4."),
                ::genl::description::Entry::new("inet-v6", __GENL_Inet6 as i128, "")
                    .renamed("Inet6"),
                ::genl::description::Entry::new("next", __GENL_Next as i128, ""),
            ],
        );
        fn from_repr(__genl_repr: u16) -> Self {
            match __genl_repr {
                0 => Self::Unspec,
                2 => Self::Inet,
                __GENL_Inet6 => Self::Inet6,
                __GENL_Next => Self::Next,
                __genl_other => Self::Other(__genl_other),
            }
        }
        fn to_repr(&self) -> u16 {
            match self {
                Self::Unspec => 0,
                Self::Inet => 2,
                Self::Inet6 => __GENL_Inet6,
                Self::Next => __GENL_Next,
                Self::Other(__genl_other) => *__genl_other,
            }
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<u16> for AddressFamily {
        fn from(__genl_repr: u16) -> Self {
            <Self as ::genl::Enumeration>::from_repr(__genl_repr)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<AddressFamily> for u16 {
        fn from(__genl_value: AddressFamily) -> Self {
            <AddressFamily as ::genl::Enumeration>::to_repr(&__genl_value)
        }
    }
};
const _: () = {
    #[cfg_attr(
        doc,
        doc = "A `i8`, 1 byte on the wire:\n\n| value | name | variant |\n| --- | --- | --- |\n| -1 | `less` | `Less` |\n| 0 | `equal` | `Equal` |"
    )]
    #[automatically_derived]
    #[allow(unreachable_patterns)]
    impl ::genl::Enumeration for Signed {
        type Repr = i8;
        const DESCRIPTION: ::genl::description::Enumeration = ::genl::description::Enumeration::of::<
            Self,
        >(
            "signed",
            "",
            &[
                ::genl::description::Entry::new("less", -1, ""),
                ::genl::description::Entry::new("equal", 0, ""),
            ],
        );
        fn from_repr(__genl_repr: i8) -> Self {
            match __genl_repr {
                -1 => Self::Less,
                0 => Self::Equal,
                __genl_other => Self::Other(__genl_other),
            }
        }
        fn to_repr(&self) -> i8 {
            match self {
                Self::Less => -1,
                Self::Equal => 0,
                Self::Other(__genl_other) => *__genl_other,
            }
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<i8> for Signed {
        fn from(__genl_repr: i8) -> Self {
            <Self as ::genl::Enumeration>::from_repr(__genl_repr)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Signed> for i8 {
        fn from(__genl_value: Signed) -> Self {
            <Signed as ::genl::Enumeration>::to_repr(&__genl_value)
        }
    }
};
