const _: () = {
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
        pub const ALIAS: crate::reexported::codec::Slot<
            &'x str,
            crate::reexported::word::Unterminated,
        > = crate::reexported::codec::Slot::new(1, "alias");
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
        T: for<'__genl_payload> crate::reexported::codec::FromPayload<
            '__genl_payload,
            crate::reexported::word::Plain,
        >,
        for<'__genl_payload> Part<
            '__genl_payload,
            T,
        >: crate::reexported::codec::FromPayload<
            '__genl_payload,
            crate::reexported::word::Nest,
        >,
        Part<'x, T>: crate::reexported::codec::Payload<crate::reexported::word::Nest>,
        T: for<'__genl_payload> crate::reexported::codec::FromPayload<
            '__genl_payload,
            crate::reexported::word::Plain,
        >,
    {
        type View<'__genl> = Device<'__genl, T, N>;
        const DESCRIPTION: crate::reexported::description::AttributeSet = crate::reexported::description::AttributeSet::new(
            "device",
            "",
            &[
                (&Self::NAME).required(""),
                (&Self::ALIAS).optional(""),
                (&Self::ANY).required(""),
                (&Self::PARTS).list(""),
                (&Self::KEYED).list(""),
                (&Self::MAC).required(""),
            ],
        );
        fn encode(&self, __genl_out: &mut crate::reexported::AttributeWriter<'_>) {
            (&Self::NAME).put(&self.name, __genl_out);
            (&Self::ALIAS).put_optional(&self.alias, __genl_out);
            (&Self::ANY).put(&self.any, __genl_out);
            (&Self::PARTS).put_list(&self.parts, __genl_out);
            (&Self::KEYED).put_list(&self.keyed, __genl_out);
            (&Self::MAC).put(&self.mac, __genl_out);
        }
        #[inline]
        fn decode<'__genl>(
            __genl_attributes: crate::reexported::Attributes<'__genl>,
        ) -> ::core::result::Result<
            Device<'__genl, T, N>,
            crate::reexported::DecodeError,
        > {
            let (
                mut __genl_field_name,
                mut __genl_field_alias,
                mut __genl_field_any,
                mut __genl_field_parts,
                mut __genl_field_keyed,
                mut __genl_field_mac,
            ) = ::core::default::Default::default();
            __genl_attributes
                .each(|__genl_attribute| match (&__genl_attribute).number() {
                    0 => {
                        (&Device::<'__genl, T, N>::NAME)
                            .get(__genl_attribute, &mut __genl_field_name)
                    }
                    1 => {
                        (&Device::<'__genl, T, N>::ALIAS)
                            .get(__genl_attribute, &mut __genl_field_alias)
                    }
                    2 => {
                        (&Device::<'__genl, T, N>::ANY)
                            .get(__genl_attribute, &mut __genl_field_any)
                    }
                    3 => {
                        (&Device::<'__genl, T, N>::PARTS)
                            .get_list(__genl_attribute, &mut __genl_field_parts)
                    }
                    5 => {
                        (&Device::<'__genl, T, N>::KEYED)
                            .get_list(__genl_attribute, &mut __genl_field_keyed)
                    }
                    4 => {
                        (&Device::<'__genl, T, N>::MAC)
                            .get(__genl_attribute, &mut __genl_field_mac)
                    }
                    _ => ::core::result::Result::Ok(()),
                })?;
            ::core::result::Result::Ok(Device {
                name: (&Device::<'__genl, T, N>::NAME).take(__genl_field_name)?,
                alias: __genl_field_alias,
                any: (&Device::<'__genl, T, N>::ANY).take(__genl_field_any)?,
                parts: __genl_field_parts,
                keyed: __genl_field_keyed,
                mac: (&Device::<'__genl, T, N>::MAC).take(__genl_field_mac)?,
            })
        }
    }
};
