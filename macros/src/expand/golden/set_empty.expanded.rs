::genl::whole!(owned AttributeSet Nothing);
#[automatically_derived]
impl ::genl::AttributeSet for Nothing {
    type View<'a> = Nothing;
    const NAME: &'static str = "nothing";
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[];
    #[inline]
    fn put_fields(&self, _: &mut ::genl::AttributeWriter<'_>) {}
    #[inline]
    fn blank(_: &mut ::genl::Reading<'_>) -> ::genl::Decoded<Self> {
        ::core::result::Result::Ok(Nothing {})
    }
    #[inline(always)]
    fn fill(_: &mut Self, _: &mut ::genl::Reading<'_>) -> ::genl::Decoded<()> {
        ::core::result::Result::Ok(())
    }
}
::genl::whole!(owned AttributeSet Anything);
#[automatically_derived]
impl ::genl::AttributeSet for Anything {
    type View<'a> = Anything;
    const NAME: &'static str = "anything";
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[];
    #[inline]
    fn put_fields(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        ::genl::codec::put_unknown::<Self>(&self.rest, __out);
    }
    #[inline]
    fn blank(_: &mut ::genl::Reading<'_>) -> ::genl::Decoded<Self> {
        ::core::result::Result::Ok(Anything {
            rest: ::genl::codec::blank(),
        })
    }
    #[inline(always)]
    fn fill(__s: &mut Self, __r: &mut ::genl::Reading<'_>) -> ::genl::Decoded<()> {
        __r.keep::<Self>(&mut __s.rest)
    }
}
