const _: () = {
    #[automatically_derived]
    #[doc(hidden)]
    impl<'a> Action<'a> {
        const __GENL_OUTPUT: ::genl::codec::Slot<u32> = ::genl::codec::Slot::new(
                1,
                "output",
            )
            .min(1);
        const __GENL_SET: ::genl::codec::Slot<Box<Key>, ::genl::word::Nest> = ::genl::codec::Slot::new(
            3,
            "set",
        );
        const __GENL_SAMPLE: ::genl::codec::Slot<Vec<Action<'a>>, ::genl::word::Nest> = ::genl::codec::Slot::new(
            7,
            "sample",
        );
        const __GENL_PORTS: ::genl::codec::Slot<
            Vec<u16>,
            ::genl::word::Indexed<0, ::genl::word::Plain>,
        > = ::genl::codec::Slot::new(8, "ports");
        const __GENL_POP_VLAN: ::genl::codec::Slot<bool, ::genl::word::Flag> = ::genl::codec::Slot::new(
            0,
            "pop",
        );
        const __GENL_COMMENT: ::genl::codec::Slot<&'a str> = ::genl::codec::Slot::new(
            2,
            "comment",
        );
    }
    #[automatically_derived]
    impl<'a> ::genl::codec::MixedAttribute for Action<'a> {
        type View<'__genl> = Action<'__genl>;
        const DESCRIPTION: ::genl::description::AttributeSet = ::genl::description::AttributeSet::new(
                "action",
                "What is done with a packet, in this order.",
                &[
                    (&Self::__GENL_OUTPUT).repeated("Sends it out of a port."),
                    (&Self::__GENL_SET).repeated(""),
                    (&Self::__GENL_SAMPLE).repeated(""),
                    (&Self::__GENL_PORTS).repeated(""),
                    (&Self::__GENL_POP_VLAN).flag(""),
                    (&Self::__GENL_COMMENT).repeated(""),
                ],
            )
            .pad(9)
            .mixed();
        fn put(&self, __genl_out: &mut ::genl::AttributeWriter<'_>) {
            match self {
                Self::Output(__genl_value) => {
                    (&Self::__GENL_OUTPUT).put(__genl_value, __genl_out)
                }
                Self::Set(__genl_value) => {
                    (&Self::__GENL_SET).put(__genl_value, __genl_out)
                }
                Self::Sample(__genl_value) => {
                    (&Self::__GENL_SAMPLE).put(__genl_value, __genl_out)
                }
                Self::Ports(__genl_value) => {
                    (&Self::__GENL_PORTS).put(__genl_value, __genl_out)
                }
                Self::PopVlan => (&Self::__GENL_POP_VLAN).put_flag(true, __genl_out),
                Self::Comment(__genl_value) => {
                    (&Self::__GENL_COMMENT).put(__genl_value, __genl_out)
                }
                Self::Other(__genl_value) => {
                    __genl_out.put_unknown(::core::slice::from_ref(__genl_value))
                }
            }
        }
        #[inline]
        fn get<'__genl>(
            __genl_attribute: ::genl::wire::Attribute<'__genl>,
        ) -> ::core::result::Result<
            ::core::option::Option<Action<'__genl>>,
            ::genl::DecodeError,
        > {
            match (&__genl_attribute).number() {
                1 => {
                    (&Action::<'__genl>::__GENL_OUTPUT)
                        .read(__genl_attribute, Action::Output)
                }
                3 => (&Action::<'__genl>::__GENL_SET).read(__genl_attribute, Action::Set),
                7 => {
                    (&Action::<'__genl>::__GENL_SAMPLE)
                        .read(__genl_attribute, Action::Sample)
                }
                8 => {
                    (&Action::<'__genl>::__GENL_PORTS)
                        .read(__genl_attribute, Action::Ports)
                }
                0 => {
                    ::core::result::Result::Ok(
                        ::core::option::Option::Some(Action::PopVlan),
                    )
                }
                2 => {
                    (&Action::<'__genl>::__GENL_COMMENT)
                        .read(__genl_attribute, Action::Comment)
                }
                9 => ::core::result::Result::Ok(::core::option::Option::None),
                _ => (&__genl_attribute).read_unknown(Action::Other),
            }
        }
    }
};
const _: () = {
    #[automatically_derived]
    #[doc(hidden)]
    impl Trip {
        const __GENL_ID: ::genl::codec::Slot<u32> = ::genl::codec::Slot::new(1, "id");
    }
    #[automatically_derived]
    impl ::genl::codec::MixedAttribute for Trip {
        type View<'__genl> = Trip;
        const DESCRIPTION: ::genl::description::AttributeSet = ::genl::description::AttributeSet::new(
                "trip",
                "",
                &[(&Self::__GENL_ID).repeated("")],
            )
            .mixed();
        fn put(&self, __genl_out: &mut ::genl::AttributeWriter<'_>) {
            match self {
                Self::Id(__genl_value) => {
                    (&Self::__GENL_ID).put(__genl_value, __genl_out)
                }
            }
        }
        #[inline]
        fn get<'__genl>(
            __genl_attribute: ::genl::wire::Attribute<'__genl>,
        ) -> ::core::result::Result<::core::option::Option<Trip>, ::genl::DecodeError> {
            match (&__genl_attribute).number() {
                1 => (&Self::__GENL_ID).read(__genl_attribute, Trip::Id),
                _ => ::core::result::Result::Ok(::core::option::Option::None),
            }
        }
    }
};
::core::compile_error! {
    "`Id` holds nothing\nhelp: write `flag` behind the number, or `Id(T)`"
}
const _: () = {
    #[automatically_derived]
    impl ::genl::codec::MixedAttribute for Wrong {
        type View<'__genl> = Wrong;
        const DESCRIPTION: ::genl::description::AttributeSet = ::genl::description::AttributeSet::new(
                "wrong",
                "",
                &[],
            )
            .mixed();
        fn put(&self, _: &mut ::genl::AttributeWriter<'_>) {}
        fn get<'__genl>(
            _: ::genl::wire::Attribute<'__genl>,
        ) -> ::core::result::Result<::core::option::Option<Wrong>, ::genl::DecodeError> {
            ::core::result::Result::Err(::genl::DecodeError::stub())
        }
    }
};
