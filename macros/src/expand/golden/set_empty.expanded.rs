#[automatically_derived]
impl ::genl::codec::OwnedSet for Nothing {}
#[automatically_derived]
impl ::genl::AttributeSet for Nothing {
    type View<'__genl> = Nothing;
    const NAME: &'static str = "nothing";
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[];
    fn encode(&self, _: &mut ::genl::AttributeWriter<'_>) {}
    #[inline]
    fn decode(__in: ::genl::Attributes<'_>) -> ::genl::Decoded<Nothing> {
        __in.each(|_| ::core::result::Result::Ok(()))?;
        ::core::result::Result::Ok(Nothing {})
    }
}
#[automatically_derived]
impl ::genl::codec::OwnedSet for Anything {}
#[automatically_derived]
impl ::genl::AttributeSet for Anything {
    type View<'__genl> = Anything;
    const NAME: &'static str = "anything";
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[];
    fn encode(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        ::genl::codec::put_unknown::<Self>(&self.rest, __out);
    }
    #[inline]
    fn decode(__in: ::genl::Attributes<'_>) -> ::genl::Decoded<Anything> {
        let mut __genl_rest = ::genl::codec::blank();
        __in.each(|__attr| __attr.keep(&mut __genl_rest))?;
        ::core::result::Result::Ok(Anything { rest: __genl_rest })
    }
}
