const _: () = {
    #[automatically_derived]
    impl ::genl::AttributeSet for Nothing {
        type View<'__genl> = Nothing;
        const DESCRIPTION: ::genl::description::AttributeSet = ::genl::description::AttributeSet::new(
            "nothing",
            "",
            &[],
        );
        fn encode(&self, _: &mut ::genl::AttributeWriter<'_>) {}
        #[inline]
        fn decode<'__genl>(
            __genl_attributes: ::genl::Attributes<'__genl>,
        ) -> ::core::result::Result<Nothing, ::genl::DecodeError> {
            __genl_attributes.each(|_| ::core::result::Result::Ok(()))?;
            ::core::result::Result::Ok(Nothing {})
        }
    }
};
const _: () = {
    #[automatically_derived]
    impl ::genl::AttributeSet for Anything {
        type View<'__genl> = Anything;
        const DESCRIPTION: ::genl::description::AttributeSet = ::genl::description::AttributeSet::new(
            "anything",
            "",
            &[],
        );
        fn encode(&self, __genl_out: &mut ::genl::AttributeWriter<'_>) {
            __genl_out.put_unknown(&self.rest);
        }
        #[inline]
        fn decode<'__genl>(
            __genl_attributes: ::genl::Attributes<'__genl>,
        ) -> ::core::result::Result<Anything, ::genl::DecodeError> {
            let mut __genl_field_rest = ::core::default::Default::default();
            __genl_attributes
                .each(|__genl_attribute| {
                    (&__genl_attribute).keep(&mut __genl_field_rest)
                })?;
            ::core::result::Result::Ok(Anything {
                rest: __genl_field_rest,
            })
        }
    }
};
