#[doc(hidden)]
impl Many {
    const A: ::genl::SlotOf<u8> = ::genl::nla!(1, "a").slot();
    const B: ::genl::SlotOf<u8> = ::genl::nla!(2, "b").slot();
    const C: ::genl::SlotOf<u8> = ::genl::nla!(3, "c").slot();
    const D: ::genl::SlotOf<u8> = ::genl::nla!(4, "d").slot();
    const E: ::genl::SlotOf<u8> = ::genl::nla!(5, "e").slot();
    const F: ::genl::SlotOf<u8> = ::genl::nla!(6, "f").slot();
    const G: ::genl::SlotOf<u8> = ::genl::nla!(7, "g").slot();
    const H: ::genl::SlotOf<u8> = ::genl::nla!(8, "h").slot();
    const I: ::genl::SlotOf<u8> = ::genl::nla!(9, "i").slot();
    const J: ::genl::SlotOf<u8> = ::genl::nla!(10, "j").slot();
    const K: ::genl::SlotOf<u8> = ::genl::nla!(11, "k").slot();
    const L: ::genl::SlotOf<u8> = ::genl::nla!(12, "l").slot();
    const M: ::genl::SlotOf<u8> = ::genl::nla!(13, "m").slot();
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
    fn blank(__r: &mut ::genl::Reading<'_>) -> ::genl::Decoded<Self> {
        ::core::result::Result::Ok(Many {
            a: Self::A.blank(__r)?,
            b: Self::B.blank(__r)?,
            c: Self::C.blank(__r)?,
            d: Self::D.blank(__r)?,
            e: Self::E.blank(__r)?,
            f: Self::F.blank(__r)?,
            g: Self::G.blank(__r)?,
            h: Self::H.blank(__r)?,
            i: Self::I.blank(__r)?,
            j: Self::J.blank(__r)?,
            k: Self::K.blank(__r)?,
            l: Self::L.blank(__r)?,
            m: Self::M.blank(__r)?,
        })
    }
    #[inline(always)]
    fn fill(__s: &mut Self, __r: &mut ::genl::Reading<'_>) -> ::genl::Decoded<()> {
        match __r.number() {
            1 => Self::A.get(__r, &mut __s.a),
            2 => Self::B.get(__r, &mut __s.b),
            3 => Self::C.get(__r, &mut __s.c),
            4 => Self::D.get(__r, &mut __s.d),
            5 => Self::E.get(__r, &mut __s.e),
            6 => Self::F.get(__r, &mut __s.f),
            7 => Self::G.get(__r, &mut __s.g),
            8 => Self::H.get(__r, &mut __s.h),
            9 => Self::I.get(__r, &mut __s.i),
            10 => Self::J.get(__r, &mut __s.j),
            11 => Self::K.get(__r, &mut __s.k),
            12 => Self::L.get(__r, &mut __s.l),
            13 => Self::M.get(__r, &mut __s.m),
            _ => ::core::result::Result::Ok(()),
        }
    }
}
