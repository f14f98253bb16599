#[doc(hidden)]
impl Many {
    const _A: ::genl::SlotOf<u8> = ::genl::nla!(1, "a").slot();
    const _B: ::genl::SlotOf<u8> = ::genl::nla!(2, "b").slot();
    const _C: ::genl::SlotOf<u8> = ::genl::nla!(3, "c").slot();
    const _D: ::genl::SlotOf<u8> = ::genl::nla!(4, "d").slot();
    const _E: ::genl::SlotOf<u8> = ::genl::nla!(5, "e").slot();
    const _F: ::genl::SlotOf<u8> = ::genl::nla!(6, "f").slot();
    const _G: ::genl::SlotOf<u8> = ::genl::nla!(7, "g").slot();
    const _H: ::genl::SlotOf<u8> = ::genl::nla!(8, "h").slot();
    const _I: ::genl::SlotOf<u8> = ::genl::nla!(9, "i").slot();
    const _J: ::genl::SlotOf<u8> = ::genl::nla!(10, "j").slot();
    const _K: ::genl::SlotOf<u8> = ::genl::nla!(11, "k").slot();
    const _L: ::genl::SlotOf<u8> = ::genl::nla!(12, "l").slot();
    const _M: ::genl::SlotOf<u8> = ::genl::nla!(13, "m").slot();
}
::genl::whole!(owned AttributeSet Many);
#[cfg_attr(
    doc,
    doc = "The attributes on the wire:\n\n| number | attribute | payload |\n| --- | --- | --- |\n| 1 | `a` | `u8` |\n| 2 | `b` | `u8` |\n| 3 | `c` | `u8` |\n| 4 | `d` | `u8` |\n| 5 | `e` | `u8` |\n| 6 | `f` | `u8` |\n| 7 | `g` | `u8` |\n| 8 | `h` | `u8` |\n| 9 | `i` | `u8` |\n| 10 | `j` | `u8` |\n| 11 | `k` | `u8` |\n| 12 | `l` | `u8` |\n| 13 | `m` | `u8` |"
)]
#[cfg_attr(doc, allow(rustdoc::private_intra_doc_links))]
#[automatically_derived]
impl ::genl::AttributeSet for Many {
    type View<'a> = Many;
    const NAME: &'static str = "many";
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[
        Self::_A.required(""),
        Self::_B.required(""),
        Self::_C.required(""),
        Self::_D.required(""),
        Self::_E.required(""),
        Self::_F.required(""),
        Self::_G.required(""),
        Self::_H.required(""),
        Self::_I.required(""),
        Self::_J.required(""),
        Self::_K.required(""),
        Self::_L.required(""),
        Self::_M.required(""),
    ];
    #[inline]
    fn put_fields(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        Self::_A.put(&self.a, __out);
        Self::_B.put(&self.b, __out);
        Self::_C.put(&self.c, __out);
        Self::_D.put(&self.d, __out);
        Self::_E.put(&self.e, __out);
        Self::_F.put(&self.f, __out);
        Self::_G.put(&self.g, __out);
        Self::_H.put(&self.h, __out);
        Self::_I.put(&self.i, __out);
        Self::_J.put(&self.j, __out);
        Self::_K.put(&self.k, __out);
        Self::_L.put(&self.l, __out);
        Self::_M.put(&self.m, __out);
    }
    #[inline]
    fn blank(__r: &mut ::genl::Reading<'_>) -> ::genl::Decoded<Self> {
        ::core::result::Result::Ok(Many {
            a: Self::_A.blank(__r)?,
            b: Self::_B.blank(__r)?,
            c: Self::_C.blank(__r)?,
            d: Self::_D.blank(__r)?,
            e: Self::_E.blank(__r)?,
            f: Self::_F.blank(__r)?,
            g: Self::_G.blank(__r)?,
            h: Self::_H.blank(__r)?,
            i: Self::_I.blank(__r)?,
            j: Self::_J.blank(__r)?,
            k: Self::_K.blank(__r)?,
            l: Self::_L.blank(__r)?,
            m: Self::_M.blank(__r)?,
        })
    }
    #[inline(always)]
    fn fill(__s: &mut Self, __r: &mut ::genl::Reading<'_>) -> ::genl::Decoded<()> {
        match __r.number() {
            1 => Self::_A.get(__r, &mut __s.a),
            2 => Self::_B.get(__r, &mut __s.b),
            3 => Self::_C.get(__r, &mut __s.c),
            4 => Self::_D.get(__r, &mut __s.d),
            5 => Self::_E.get(__r, &mut __s.e),
            6 => Self::_F.get(__r, &mut __s.f),
            7 => Self::_G.get(__r, &mut __s.g),
            8 => Self::_H.get(__r, &mut __s.h),
            9 => Self::_I.get(__r, &mut __s.i),
            10 => Self::_J.get(__r, &mut __s.j),
            11 => Self::_K.get(__r, &mut __s.k),
            12 => Self::_L.get(__r, &mut __s.l),
            13 => Self::_M.get(__r, &mut __s.m),
            _ => ::core::result::Result::Ok(()),
        }
    }
}
