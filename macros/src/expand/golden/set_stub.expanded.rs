::core::compile_error! {
    "it is not specified how this `Vec` is encoded\nhelp: write `multi` if the attribute is repeated, once per element\nhelp: write `array` if one attribute holds all elements, packed like a C array\nhelp: write `indexed` if one attribute holds an attribute per element, numbered by index\nhelp: write `keyed(..)` if one attribute holds an attribute per element, numbered by a key"
}
const _: () = {
    ::genl::whole!(AttributeSet[< 'a >] [Wrong < 'a >] [] Wrong < '__genl >);
    #[allow(dead_code)]
    #[doc(hidden)]
    impl<'a> Wrong<'a> {
        pub const _FINE: ::genl::SlotOf<&'a str> = ::genl::nla!(1, "fine").slot();
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
