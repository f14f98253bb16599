const _: () = {
    #[automatically_derived]
    #[doc(hidden)]
    impl Many {
        const A: ::genl::codec::Slot<u8> = ::genl::codec::Slot::new(1, "a");
        const B: ::genl::codec::Slot<u8> = ::genl::codec::Slot::new(2, "b");
        const C: ::genl::codec::Slot<u8> = ::genl::codec::Slot::new(3, "c");
        const D: ::genl::codec::Slot<u8> = ::genl::codec::Slot::new(4, "d");
        const E: ::genl::codec::Slot<u8> = ::genl::codec::Slot::new(5, "e");
        const F: ::genl::codec::Slot<u8> = ::genl::codec::Slot::new(6, "f");
        const G: ::genl::codec::Slot<u8> = ::genl::codec::Slot::new(7, "g");
        const H: ::genl::codec::Slot<u8> = ::genl::codec::Slot::new(8, "h");
        const I: ::genl::codec::Slot<u8> = ::genl::codec::Slot::new(9, "i");
        const J: ::genl::codec::Slot<u8> = ::genl::codec::Slot::new(10, "j");
        const K: ::genl::codec::Slot<u8> = ::genl::codec::Slot::new(11, "k");
        const L: ::genl::codec::Slot<u8> = ::genl::codec::Slot::new(12, "l");
        const M: ::genl::codec::Slot<u8> = ::genl::codec::Slot::new(13, "m");
    }
    #[automatically_derived]
    impl ::genl::AttributeSet for Many {
        type View<'__genl> = Many;
        const DESCRIPTION: ::genl::description::AttributeSet = ::genl::description::AttributeSet::new(
            "many",
            "",
            &[
                (&Self::A).required(""),
                (&Self::B).required(""),
                (&Self::C).required(""),
                (&Self::D).required(""),
                (&Self::E).required(""),
                (&Self::F).required(""),
                (&Self::G).required(""),
                (&Self::H).required(""),
                (&Self::I).required(""),
                (&Self::J).required(""),
                (&Self::K).required(""),
                (&Self::L).required(""),
                (&Self::M).required(""),
            ],
        );
        fn encode(&self, __genl_out: &mut ::genl::AttributeWriter<'_>) {
            (&Self::A).put(&self.a, __genl_out);
            (&Self::B).put(&self.b, __genl_out);
            (&Self::C).put(&self.c, __genl_out);
            (&Self::D).put(&self.d, __genl_out);
            (&Self::E).put(&self.e, __genl_out);
            (&Self::F).put(&self.f, __genl_out);
            (&Self::G).put(&self.g, __genl_out);
            (&Self::H).put(&self.h, __genl_out);
            (&Self::I).put(&self.i, __genl_out);
            (&Self::J).put(&self.j, __genl_out);
            (&Self::K).put(&self.k, __genl_out);
            (&Self::L).put(&self.l, __genl_out);
            (&Self::M).put(&self.m, __genl_out);
        }
        #[inline]
        fn decode<'__genl>(
            __genl_attributes: ::genl::Attributes<'__genl>,
        ) -> ::core::result::Result<Many, ::genl::DecodeError> {
            let (
                mut __genl_field_a,
                mut __genl_field_b,
                mut __genl_field_c,
                mut __genl_field_d,
                mut __genl_field_e,
                mut __genl_field_f,
                mut __genl_field_g,
                mut __genl_field_h,
                mut __genl_field_i,
                mut __genl_field_j,
                mut __genl_field_k,
                mut __genl_field_l,
            ) = ::core::default::Default::default();
            let mut __genl_field_m = ::core::default::Default::default();
            __genl_attributes
                .each(|__genl_attribute| match (&__genl_attribute).number() {
                    1 => (&Self::A).get(__genl_attribute, &mut __genl_field_a),
                    2 => (&Self::B).get(__genl_attribute, &mut __genl_field_b),
                    3 => (&Self::C).get(__genl_attribute, &mut __genl_field_c),
                    4 => (&Self::D).get(__genl_attribute, &mut __genl_field_d),
                    5 => (&Self::E).get(__genl_attribute, &mut __genl_field_e),
                    6 => (&Self::F).get(__genl_attribute, &mut __genl_field_f),
                    7 => (&Self::G).get(__genl_attribute, &mut __genl_field_g),
                    8 => (&Self::H).get(__genl_attribute, &mut __genl_field_h),
                    9 => (&Self::I).get(__genl_attribute, &mut __genl_field_i),
                    10 => (&Self::J).get(__genl_attribute, &mut __genl_field_j),
                    11 => (&Self::K).get(__genl_attribute, &mut __genl_field_k),
                    12 => (&Self::L).get(__genl_attribute, &mut __genl_field_l),
                    13 => (&Self::M).get(__genl_attribute, &mut __genl_field_m),
                    _ => ::core::result::Result::Ok(()),
                })?;
            ::core::result::Result::Ok(Many {
                a: (&Self::A).take(__genl_field_a)?,
                b: (&Self::B).take(__genl_field_b)?,
                c: (&Self::C).take(__genl_field_c)?,
                d: (&Self::D).take(__genl_field_d)?,
                e: (&Self::E).take(__genl_field_e)?,
                f: (&Self::F).take(__genl_field_f)?,
                g: (&Self::G).take(__genl_field_g)?,
                h: (&Self::H).take(__genl_field_h)?,
                i: (&Self::I).take(__genl_field_i)?,
                j: (&Self::J).take(__genl_field_j)?,
                k: (&Self::K).take(__genl_field_k)?,
                l: (&Self::L).take(__genl_field_l)?,
                m: (&Self::M).take(__genl_field_m)?,
            })
        }
    }
};
