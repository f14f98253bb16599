#[doc(hidden)]
impl Many {
    const __A: ::genl::SlotOf<u8> = ::genl::nla!(1, "a").slot();
    const __B: ::genl::SlotOf<u8> = ::genl::nla!(2, "b").slot();
    const __C: ::genl::SlotOf<u8> = ::genl::nla!(3, "c").slot();
    const __D: ::genl::SlotOf<u8> = ::genl::nla!(4, "d").slot();
    const __E: ::genl::SlotOf<u8> = ::genl::nla!(5, "e").slot();
    const __F: ::genl::SlotOf<u8> = ::genl::nla!(6, "f").slot();
    const __G: ::genl::SlotOf<u8> = ::genl::nla!(7, "g").slot();
    const __H: ::genl::SlotOf<u8> = ::genl::nla!(8, "h").slot();
    const __I: ::genl::SlotOf<u8> = ::genl::nla!(9, "i").slot();
    const __J: ::genl::SlotOf<u8> = ::genl::nla!(10, "j").slot();
    const __K: ::genl::SlotOf<u8> = ::genl::nla!(11, "k").slot();
    const __L: ::genl::SlotOf<u8> = ::genl::nla!(12, "l").slot();
    const __M: ::genl::SlotOf<u8> = ::genl::nla!(13, "m").slot();
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
::genl::whole!(owned AttributeSet Many);
#[automatically_derived]
impl ::genl::AttributeSet for Many {
    type View<'__genl> = Many;
    const NAME: &'static str = "many";
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[
        Self::__A.required(""),
        Self::__B.required(""),
        Self::__C.required(""),
        Self::__D.required(""),
        Self::__E.required(""),
        Self::__F.required(""),
        Self::__G.required(""),
        Self::__H.required(""),
        Self::__I.required(""),
        Self::__J.required(""),
        Self::__K.required(""),
        Self::__L.required(""),
        Self::__M.required(""),
    ];
    #[inline]
    fn put_fields(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        Self::__A.put(&self.a, __out);
        Self::__B.put(&self.b, __out);
        Self::__C.put(&self.c, __out);
        Self::__D.put(&self.d, __out);
        Self::__E.put(&self.e, __out);
        Self::__F.put(&self.f, __out);
        Self::__G.put(&self.g, __out);
        Self::__H.put(&self.h, __out);
        Self::__I.put(&self.i, __out);
        Self::__J.put(&self.j, __out);
        Self::__K.put(&self.k, __out);
        Self::__L.put(&self.l, __out);
        Self::__M.put(&self.m, __out);
    }
    #[inline]
    fn blank(__r: &mut ::genl::Reading<'_>) -> ::genl::Decoded<Self> {
        ::core::result::Result::Ok(Many {
            a: Self::__A.blank(__r)?,
            b: Self::__B.blank(__r)?,
            c: Self::__C.blank(__r)?,
            d: Self::__D.blank(__r)?,
            e: Self::__E.blank(__r)?,
            f: Self::__F.blank(__r)?,
            g: Self::__G.blank(__r)?,
            h: Self::__H.blank(__r)?,
            i: Self::__I.blank(__r)?,
            j: Self::__J.blank(__r)?,
            k: Self::__K.blank(__r)?,
            l: Self::__L.blank(__r)?,
            m: Self::__M.blank(__r)?,
        })
    }
    #[inline(always)]
    fn fill(__s: &mut Self, __r: &mut ::genl::Reading<'_>) -> ::genl::Decoded<()> {
        match __r.number() {
            1 => Self::__A.get(__r, &mut __s.a),
            2 => Self::__B.get(__r, &mut __s.b),
            3 => Self::__C.get(__r, &mut __s.c),
            4 => Self::__D.get(__r, &mut __s.d),
            5 => Self::__E.get(__r, &mut __s.e),
            6 => Self::__F.get(__r, &mut __s.f),
            7 => Self::__G.get(__r, &mut __s.g),
            8 => Self::__H.get(__r, &mut __s.h),
            9 => Self::__I.get(__r, &mut __s.i),
            10 => Self::__J.get(__r, &mut __s.j),
            11 => Self::__K.get(__r, &mut __s.k),
            12 => Self::__L.get(__r, &mut __s.l),
            13 => Self::__M.get(__r, &mut __s.m),
            _ => ::core::result::Result::Ok(()),
        }
    }
}
