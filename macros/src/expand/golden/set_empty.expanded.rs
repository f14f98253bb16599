#[automatically_derived]
impl ::genl::AttributeSet for Nothing {
    type View<'__genl> = Nothing;
    const NAME: &'static str = "nothing";
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[];
    fn encode(&self, _: &mut ::genl::AttributeWriter<'_>) {}
    #[inline]
    fn blank<'__genl>() -> ::core::option::Option<Self::View<'__genl>> {
        ::core::option::Option::Some(Nothing {})
    }
    #[inline]
    fn fill(
        __it: &mut Nothing,
        __attr: ::genl::wire::Attribute<'_>,
    ) -> ::genl::Decoded<()> {
        ::core::result::Result::Ok(())
    }
}
#[automatically_derived]
impl ::genl::AttributeSet for Anything {
    type View<'__genl> = Anything;
    const NAME: &'static str = "anything";
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[];
    fn encode(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        ::genl::codec::put_unknown::<Self>(&self.rest, __out);
    }
    #[inline]
    fn blank<'__genl>() -> ::core::option::Option<Self::View<'__genl>> {
        ::core::option::Option::Some(Anything {
            rest: ::genl::codec::blank(),
        })
    }
    #[inline]
    fn fill(
        __it: &mut Anything,
        __attr: ::genl::wire::Attribute<'_>,
    ) -> ::genl::Decoded<()> {
        __attr.keep(&mut __it.rest)
    }
}
