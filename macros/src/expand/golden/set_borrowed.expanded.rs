::core::compile_error! {
    "a `&CStr` ends with its NUL, which `unterminated` text need not have\nhelp: write `&str` or `CString`"
}
const _: () = {
    #[allow(dead_code)]
    #[automatically_derived]
    #[doc(hidden)]
    impl<'x, T: Named, const N: usize> Device<'x, T, N>
    where
        T: Small,
    {
        pub const NAME: crate::reexported::codec::Slot<&'x str> = crate::reexported::codec::Slot::new(
            0,
            "name",
        );
        pub const ANY: crate::reexported::codec::Slot<T> = crate::reexported::codec::Slot::new(
            2,
            "any",
        );
        pub const PARTS: crate::reexported::codec::Slot<
            Vec<Part<'x, T>>,
            crate::reexported::word::Multi<crate::reexported::word::Nest>,
        > = crate::reexported::codec::Slot::new(3, "parts");
        pub const KEYED: crate::reexported::codec::Slot<
            Vec<Keyed<u16, T>>,
            crate::reexported::word::Keyed1<crate::reexported::word::Plain>,
        > = crate::reexported::codec::Slot::new(5, "keyed").keys(&["key"]);
        pub const MAC: crate::reexported::codec::Slot<[u8; N]> = crate::reexported::codec::Slot::new(
            4,
            "mac",
        );
    }
    #[automatically_derived]
    impl<'x, T: Named, const N: usize> crate::reexported::AttributeSet
    for Device<'x, T, N>
    where
        T: Small,
    {
        type View<'__genl> = Device<'__genl, T, N>;
        const DESCRIPTION: crate::reexported::description::AttributeSet = crate::reexported::description::AttributeSet::new(
            "device",
            "",
            &[],
        );
        fn encode(&self, _: &mut crate::reexported::AttributeWriter<'_>) {}
        fn decode<'__genl>(
            _: crate::reexported::Attributes<'__genl>,
        ) -> ::core::result::Result<
            Device<'__genl, T, N>,
            crate::reexported::DecodeError,
        > {
            ::core::result::Result::Err(crate::reexported::DecodeError::stub())
        }
    }
};
