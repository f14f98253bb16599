#[doc(hidden)]
impl Many {
    const A: ::genl::SlotOf<u8> = ::genl::Slot::new(1, "a");
    const B: ::genl::SlotOf<u8> = ::genl::Slot::new(2, "b");
    const C: ::genl::SlotOf<u8> = ::genl::Slot::new(3, "c");
    const D: ::genl::SlotOf<u8> = ::genl::Slot::new(4, "d");
    const E: ::genl::SlotOf<u8> = ::genl::Slot::new(5, "e");
    const F: ::genl::SlotOf<u8> = ::genl::Slot::new(6, "f");
    const G: ::genl::SlotOf<u8> = ::genl::Slot::new(7, "g");
    const H: ::genl::SlotOf<u8> = ::genl::Slot::new(8, "h");
    const I: ::genl::SlotOf<u8> = ::genl::Slot::new(9, "i");
    const J: ::genl::SlotOf<u8> = ::genl::Slot::new(10, "j");
    const K: ::genl::SlotOf<u8> = ::genl::Slot::new(11, "k");
    const L: ::genl::SlotOf<u8> = ::genl::Slot::new(12, "l");
    const M: ::genl::SlotOf<u8> = ::genl::Slot::new(13, "m");
}
#[cfg(doc)]
/**| number | attribute | payload | byte order | limits |
|---|---|---|---|---|
| 1 | `a` | `u8` |  |  |
| 2 | `b` | `u8` |  |  |
| 3 | `c` | `u8` |  |  |
| 4 | `d` | `u8` |  |  |
| 5 | `e` | `u8` |  |  |
| 6 | `f` | `u8` |  |  |
| 7 | `g` | `u8` |  |  |
| 8 | `h` | `u8` |  |  |
| 9 | `i` | `u8` |  |  |
| 10 | `j` | `u8` |  |  |
| 11 | `k` | `u8` |  |  |
| 12 | `l` | `u8` |  |  |
| 13 | `m` | `u8` |  |  |*/
impl Many {}
#[automatically_derived]
impl ::genl::codec::OwnedSet for Many {}
#[automatically_derived]
impl ::genl::AttributeSet for Many {
    type View<'__genl> = Many;
    const NAME: &'static str = "many";
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[
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
    ];
    fn encode(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        (&Self::A).put(&self.a, __out);
        (&Self::B).put(&self.b, __out);
        (&Self::C).put(&self.c, __out);
        (&Self::D).put(&self.d, __out);
        (&Self::E).put(&self.e, __out);
        (&Self::F).put(&self.f, __out);
        (&Self::G).put(&self.g, __out);
        (&Self::H).put(&self.h, __out);
        (&Self::I).put(&self.i, __out);
        (&Self::J).put(&self.j, __out);
        (&Self::K).put(&self.k, __out);
        (&Self::L).put(&self.l, __out);
        (&Self::M).put(&self.m, __out);
    }
    #[inline]
    fn decode(__in: ::genl::Attributes<'_>) -> ::genl::Decoded<Many> {
        let (
            (mut __genl_a, mut __genl_b, mut __genl_c),
            (mut __genl_d, mut __genl_e, mut __genl_f),
            (mut __genl_g, mut __genl_h, mut __genl_i),
            (mut __genl_j, mut __genl_k, mut __genl_l),
            mut __genl_m,
        ) = ::genl::codec::blank();
        __in.each(|__attr| match __attr.number() {
            1 => (&Self::A).get(__attr, &mut __genl_a),
            2 => (&Self::B).get(__attr, &mut __genl_b),
            3 => (&Self::C).get(__attr, &mut __genl_c),
            4 => (&Self::D).get(__attr, &mut __genl_d),
            5 => (&Self::E).get(__attr, &mut __genl_e),
            6 => (&Self::F).get(__attr, &mut __genl_f),
            7 => (&Self::G).get(__attr, &mut __genl_g),
            8 => (&Self::H).get(__attr, &mut __genl_h),
            9 => (&Self::I).get(__attr, &mut __genl_i),
            10 => (&Self::J).get(__attr, &mut __genl_j),
            11 => (&Self::K).get(__attr, &mut __genl_k),
            12 => (&Self::L).get(__attr, &mut __genl_l),
            13 => (&Self::M).get(__attr, &mut __genl_m),
            _ => ::core::result::Result::Ok(()),
        })?;
        ::core::result::Result::Ok(Many {
            a: (&Self::A).take(__genl_a)?,
            b: (&Self::B).take(__genl_b)?,
            c: (&Self::C).take(__genl_c)?,
            d: (&Self::D).take(__genl_d)?,
            e: (&Self::E).take(__genl_e)?,
            f: (&Self::F).take(__genl_f)?,
            g: (&Self::G).take(__genl_g)?,
            h: (&Self::H).take(__genl_h)?,
            i: (&Self::I).take(__genl_i)?,
            j: (&Self::J).take(__genl_j)?,
            k: (&Self::K).take(__genl_k)?,
            l: (&Self::L).take(__genl_l)?,
            m: (&Self::M).take(__genl_m)?,
        })
    }
}
