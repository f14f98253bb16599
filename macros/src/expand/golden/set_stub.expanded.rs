::core::compile_error! {
    "a `Vec` does not tell how it repeats\nhelp: write `multi` if the attribute repeats, once for each element\nhelp: write `array` if one attribute holds integers one behind the other\nhelp: write `indexed` if one attribute holds the elements, numbered by index, or `keyed(..)` if by a key"
}
const _: () = {
    #[allow(dead_code)]
    #[doc(hidden)]
    impl<'a> Wrong<'a> {
        pub const FINE: ::genl::SlotOf<&'a str> = ::genl::slot(1, "fine");
    }
    #[automatically_derived]
    impl<'a> ::genl::AttributeSet for Wrong<'a> {
        type View<'__genl> = Wrong<'__genl>;
        const NAME: &'static str = "wrong";
        fn encode(&self, _: &mut ::genl::AttributeWriter<'_>) {}
        fn decode(_: ::genl::Attributes<'_>) -> ::genl::Decoded<Self::View<'_>> {
            ::core::result::Result::Err(::genl::DecodeError::stub())
        }
    }
};
