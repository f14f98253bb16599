::core::compile_error! {
    "a `Vec` does not tell how it repeats\nhelp: write `multi` if the attribute repeats, once for each element\nhelp: write `array` if one attribute holds integers one behind the other\nhelp: write `indexed` if one attribute holds the elements, numbered by index, or `keyed(..)` if by a key"
}
const _: () = {
    #[allow(dead_code)]
    #[automatically_derived]
    #[doc(hidden)]
    impl<'a> Wrong<'a> {
        pub const FINE: ::genl::codec::Slot<&'a str> = ::genl::codec::Slot::new(
            1,
            "fine",
        );
    }
    #[automatically_derived]
    impl<'a> ::genl::AttributeSet for Wrong<'a> {
        type View<'__genl> = Wrong<'__genl>;
        const DESCRIPTION: ::genl::description::AttributeSet = ::genl::description::AttributeSet::new(
            "wrong",
            "",
            &[],
        );
        fn encode(&self, _: &mut ::genl::AttributeWriter<'_>) {}
        fn decode<'__genl>(
            _: ::genl::Attributes<'__genl>,
        ) -> ::core::result::Result<Wrong<'__genl>, ::genl::DecodeError> {
            ::core::result::Result::Err(::genl::DecodeError::stub())
        }
    }
};
