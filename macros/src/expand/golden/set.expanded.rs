const _: () = {
    #[automatically_derived]
    #[doc(hidden)]
    impl Address {
        pub const FAMILY: ::genl::codec::Slot<AddressFamily> = ::genl::codec::Slot::new(
            1,
            "family",
        );
        pub const PORT: ::genl::codec::Slot<u16, ::genl::word::BigEndian> = ::genl::codec::Slot::new(
                2,
                "port",
            )
            .min((limits::LEAST) as i128)
            .max(5);
        pub const ENTRIES: ::genl::codec::Slot<
            Vec<Entry>,
            ::genl::word::Multi<::genl::word::Nest>,
        > = ::genl::codec::Slot::new(4, "entries");
        pub const UP: ::genl::codec::Slot<bool, ::genl::word::Flag> = ::genl::codec::Slot::new(
            5,
            "up",
        );
        pub const OPS: ::genl::codec::Slot<
            Vec<Op>,
            ::genl::word::Indexed<1, ::genl::word::Nest>,
        > = ::genl::codec::Slot::new(6, "ops");
        pub const POLICY: ::genl::codec::Slot<
            Vec<Keyed<(u16, u16), Policy>>,
            ::genl::word::Keyed2<::genl::word::Nest>,
        > = ::genl::codec::Slot::new(7, "policy").keys(&["policy-id", "attr-id"]);
        pub const KEPT: ::genl::codec::Slot<
            Vec<Indexed<u32>>,
            ::genl::word::IndexedKept<::genl::word::Plain>,
        > = ::genl::codec::Slot::new(8, "kept");
        const TYPE: ::genl::codec::Slot<Vec<u8>> = ::genl::codec::Slot::new(9, "10baset")
            .exact_len(4);
    }
    #[automatically_derived]
    impl ::genl::AttributeSet for Address {
        type View<'__genl> = Address;
        const DESCRIPTION: ::genl::description::AttributeSet = ::genl::description::AttributeSet::new(
                "address",
                "One address: of an endpoint, or of a peer.",
                &[
                    (&Self::FAMILY).optional("`AF_INET` or `AF_INET6`."),
                    (&Self::PORT).required(""),
                    (&Self::ENTRIES).list(""),
                    (&Self::UP).flag(""),
                    (&Self::OPS).optional(""),
                    (&Self::POLICY).list(""),
                    (&Self::KEPT).list(""),
                    (&Self::TYPE).required(""),
                ],
            )
            .pad(11);
        fn encode(&self, __genl_out: &mut ::genl::AttributeWriter<'_>) {
            (&Self::FAMILY).put_optional(&self.family, __genl_out);
            (&Self::PORT).put(&self.port, __genl_out);
            (&Self::ENTRIES).put_list(&self.entries, __genl_out);
            (&Self::UP).put_flag(self.up, __genl_out);
            (&Self::OPS).put_optional(&self.ops, __genl_out);
            (&Self::POLICY).put_list(&self.policy, __genl_out);
            (&Self::KEPT).put_list(&self.kept, __genl_out);
            (&Self::TYPE).put(&self.r#type, __genl_out);
            __genl_out.put_unknown(&self.rest);
        }
        #[inline]
        fn decode<'__genl>(
            __genl_attributes: ::genl::Attributes<'__genl>,
        ) -> ::core::result::Result<Address, ::genl::DecodeError> {
            let (
                mut __genl_field_family,
                mut __genl_field_port,
                mut __genl_field_entries,
                mut __genl_field_up,
                mut __genl_field_ops,
                mut __genl_field_policy,
                mut __genl_field_kept,
                mut __genl_field_type,
                mut __genl_field_rest,
            ) = ::core::default::Default::default();
            __genl_attributes
                .each(|__genl_attribute| match (&__genl_attribute).number() {
                    1 => (&Self::FAMILY).get(__genl_attribute, &mut __genl_field_family),
                    2 => (&Self::PORT).get(__genl_attribute, &mut __genl_field_port),
                    4 => {
                        (&Self::ENTRIES)
                            .get_list(__genl_attribute, &mut __genl_field_entries)
                    }
                    5 => (&Self::UP).get_flag(__genl_attribute, &mut __genl_field_up),
                    6 => (&Self::OPS).get(__genl_attribute, &mut __genl_field_ops),
                    7 => {
                        (&Self::POLICY)
                            .get_list(__genl_attribute, &mut __genl_field_policy)
                    }
                    8 => (&Self::KEPT).get_list(__genl_attribute, &mut __genl_field_kept),
                    9 => (&Self::TYPE).get(__genl_attribute, &mut __genl_field_type),
                    11 => ::core::result::Result::Ok(()),
                    _ => (&__genl_attribute).keep(&mut __genl_field_rest),
                })?;
            ::core::result::Result::Ok(Address {
                family: __genl_field_family,
                port: (&Self::PORT).take(__genl_field_port)?,
                entries: __genl_field_entries,
                up: __genl_field_up,
                ops: __genl_field_ops,
                policy: __genl_field_policy,
                kept: __genl_field_kept,
                r#type: (&Self::TYPE).take(__genl_field_type)?,
                rest: __genl_field_rest,
            })
        }
    }
};
