const _: () = {
    #[automatically_derived]
    impl<'a> ::genl::codec::SubsetOf<attr::Attr<'_>> for Announce<'a> {}
    #[automatically_derived]
    impl<'a> ::genl::AttributeSet for Announce<'a> {
        type View<'__genl> = Announce<'__genl>;
        const DESCRIPTION: ::genl::description::AttributeSet = ::genl::description::AttributeSet::new(
                "announce",
                "Announces `addr` to the peer of connection `token`.",
                &[
                    (&(&<attr::Attr<'a>>::ADDR).typed::<Address<'a>>())
                        .required("What is announced."),
                    (&(&<attr::Attr<'a>>::TOKEN).typed::<u32>()).optional(""),
                    (&(&<attr::Attr<'a>>::ENTRIES).typed::<Vec<Entry>>()).list(""),
                    (&(&<attr::Attr<'a>>::UP).typed::<bool>()).flag(""),
                ],
            )
            .subset_of("attr");
        fn encode(&self, __genl_out: &mut ::genl::AttributeWriter<'_>) {
            (&(&<attr::Attr<'a>>::ADDR).typed::<Address<'a>>())
                .put(&self.addr, __genl_out);
            (&(&<attr::Attr<'a>>::TOKEN).typed::<u32>())
                .put_optional(&self.token, __genl_out);
            (&(&<attr::Attr<'a>>::ENTRIES).typed::<Vec<Entry>>())
                .put_list(&self.entries, __genl_out);
            (&(&<attr::Attr<'a>>::UP).typed::<bool>()).put_flag(self.up, __genl_out);
            __genl_out.put_unknown(&self.rest);
        }
        #[inline]
        fn decode<'__genl>(
            __genl_attributes: ::genl::Attributes<'__genl>,
        ) -> ::core::result::Result<Announce<'__genl>, ::genl::DecodeError> {
            let (
                mut __genl_field_addr,
                mut __genl_field_token,
                mut __genl_field_entries,
                mut __genl_field_up,
                mut __genl_field_rest,
            ) = ::core::default::Default::default();
            __genl_attributes
                .each(|__genl_attribute| match (&__genl_attribute).number() {
                    __genl_number if __genl_number
                        == (&<attr::Attr<'__genl>>::ADDR).number() => {
                        (&(&<attr::Attr<'__genl>>::ADDR).typed::<Address<'__genl>>())
                            .get(__genl_attribute, &mut __genl_field_addr)
                    }
                    __genl_number if __genl_number
                        == (&<attr::Attr<'__genl>>::TOKEN).number() => {
                        (&(&<attr::Attr<'__genl>>::TOKEN).typed::<u32>())
                            .get(__genl_attribute, &mut __genl_field_token)
                    }
                    __genl_number if __genl_number
                        == (&<attr::Attr<'__genl>>::ENTRIES).number() => {
                        (&(&<attr::Attr<'__genl>>::ENTRIES).typed::<Vec<Entry>>())
                            .get_some(__genl_attribute, &mut __genl_field_entries)
                    }
                    __genl_number if __genl_number
                        == (&<attr::Attr<'__genl>>::UP).number() => {
                        (&(&<attr::Attr<'__genl>>::UP).typed::<bool>())
                            .get_flag(__genl_attribute, &mut __genl_field_up)
                    }
                    _ => (&__genl_attribute).keep(&mut __genl_field_rest),
                })?;
            ::core::result::Result::Ok(Announce {
                addr: (&(&<attr::Attr<'__genl>>::ADDR).typed::<Address<'__genl>>())
                    .take(__genl_field_addr)?,
                token: __genl_field_token,
                entries: (&(&<attr::Attr<'__genl>>::ENTRIES).typed::<Vec<Entry>>())
                    .take_list(__genl_field_entries)?,
                up: __genl_field_up,
                rest: __genl_field_rest,
            })
        }
    }
};
