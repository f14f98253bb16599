#[doc(hidden)]
impl Many {
    const A: ::genl::SlotOf<u8> = ::genl::slot!(1, "a");
    const B: ::genl::SlotOf<u8> = ::genl::slot!(2, "b");
    const C: ::genl::SlotOf<u8> = ::genl::slot!(3, "c");
    const D: ::genl::SlotOf<u8> = ::genl::slot!(4, "d");
    const E: ::genl::SlotOf<u8> = ::genl::slot!(5, "e");
    const F: ::genl::SlotOf<u8> = ::genl::slot!(6, "f");
    const G: ::genl::SlotOf<u8> = ::genl::slot!(7, "g");
    const H: ::genl::SlotOf<u8> = ::genl::slot!(8, "h");
    const I: ::genl::SlotOf<u8> = ::genl::slot!(9, "i");
    const J: ::genl::SlotOf<u8> = ::genl::slot!(10, "j");
    const K: ::genl::SlotOf<u8> = ::genl::slot!(11, "k");
    const L: ::genl::SlotOf<u8> = ::genl::slot!(12, "l");
    const M: ::genl::SlotOf<u8> = ::genl::slot!(13, "m");
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
impl ::genl::codec::OwnedSet for Many {}
#[automatically_derived]
impl ::genl::AttributeSet for Many {
    type View<'__genl> = Many;
    const NAME: &'static str = "many";
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[
        Self::A.required(""),
        Self::B.required(""),
        Self::C.required(""),
        Self::D.required(""),
        Self::E.required(""),
        Self::F.required(""),
        Self::G.required(""),
        Self::H.required(""),
        Self::I.required(""),
        Self::J.required(""),
        Self::K.required(""),
        Self::L.required(""),
        Self::M.required(""),
    ];
    #[inline]
    fn put_fields(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        Self::A.put(&self.a, __out);
        Self::B.put(&self.b, __out);
        Self::C.put(&self.c, __out);
        Self::D.put(&self.d, __out);
        Self::E.put(&self.e, __out);
        Self::F.put(&self.f, __out);
        Self::G.put(&self.g, __out);
        Self::H.put(&self.h, __out);
        Self::I.put(&self.i, __out);
        Self::J.put(&self.j, __out);
        Self::K.put(&self.k, __out);
        Self::L.put(&self.l, __out);
        Self::M.put(&self.m, __out);
    }
    #[inline]
    fn blank(__in: &mut ::genl::Reading<'_>) -> ::genl::Decoded<Self> {
        ::core::result::Result::Ok(Many {
            a: Self::A.blank(__in)?,
            b: Self::B.blank(__in)?,
            c: Self::C.blank(__in)?,
            d: Self::D.blank(__in)?,
            e: Self::E.blank(__in)?,
            f: Self::F.blank(__in)?,
            g: Self::G.blank(__in)?,
            h: Self::H.blank(__in)?,
            i: Self::I.blank(__in)?,
            j: Self::J.blank(__in)?,
            k: Self::K.blank(__in)?,
            l: Self::L.blank(__in)?,
            m: Self::M.blank(__in)?,
        })
    }
    #[inline(always)]
    fn fill(__it: &mut Self, __in: &mut ::genl::Reading<'_>) -> ::genl::Decoded<()> {
        match __in.number() {
            1 => Self::A.get(__in, 0, &mut __it.a),
            2 => Self::B.get(__in, 1, &mut __it.b),
            3 => Self::C.get(__in, 2, &mut __it.c),
            4 => Self::D.get(__in, 3, &mut __it.d),
            5 => Self::E.get(__in, 4, &mut __it.e),
            6 => Self::F.get(__in, 5, &mut __it.f),
            7 => Self::G.get(__in, 6, &mut __it.g),
            8 => Self::H.get(__in, 7, &mut __it.h),
            9 => Self::I.get(__in, 8, &mut __it.i),
            10 => Self::J.get(__in, 9, &mut __it.j),
            11 => Self::K.get(__in, 10, &mut __it.k),
            12 => Self::L.get(__in, 11, &mut __it.l),
            13 => Self::M.get(__in, 12, &mut __it.m),
            _ => ::core::result::Result::Ok(()),
        }
    }
}
