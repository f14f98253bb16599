::core::compile_error! {
    "missing variant for unknown values, which a newer kernel may send\nhelp: add the variant `#[unknown] Other(u16)`"
}
const _: () = {
    #[automatically_derived]
    impl ::genl::Enumeration for Wrong {
        type Repr = u16;
        const DESCRIPTION: ::genl::description::Enumeration = ::genl::description::Enumeration::of::<
            Self,
        >("", "", &[]);
        fn from_repr(_: u16) -> Self {
            loop {}
        }
        fn to_repr(&self) -> u16 {
            loop {}
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<u16> for Wrong {
        fn from(_: u16) -> Self {
            loop {}
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Wrong> for u16 {
        fn from(_: Wrong) -> Self {
            loop {}
        }
    }
};
