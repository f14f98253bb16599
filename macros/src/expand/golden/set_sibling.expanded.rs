#[doc(hidden)]
impl<'a> Service<'a> {
    pub const _ADDRESS: ::genl::at::WithSibling<IpAddr, Address, u16> = ::genl::nla!(
        1, "address"
    )
        .slot();
    pub const _AF: ::genl::SlotOf<u16> = ::genl::nla!(2, "af").slot();
    pub const _TEXT: ::genl::at::WithSibling<
        &'a str,
        Text,
        ::core::option::Option<u8>,
    > = ::genl::nla!(3, "text").slot();
    pub const _ENCODING: ::genl::SlotOf<u8> = ::genl::nla!(4, "encoding").slot();
}
::genl::whole!(AttributeSet[< 'a >] [Service < 'a >] [] Service < '__genl >);
#[cfg_attr(
    doc,
    doc = "The attributes on the wire:\n\n| number | attribute | payload | byte order |\n| --- | --- | --- | --- |\n| 1 | `address` | [`IpAddr`](type@IpAddr), encoded by `Address` and `af` |  |\n| 2 | `af` | `u16` | host |\n| 3 | `text` | `&'a str`, encoded by `Text` and `encoding` |  |\n| 4 | `encoding` | `u8` |  |"
)]
#[cfg_attr(doc, allow(rustdoc::private_intra_doc_links))]
#[automatically_derived]
impl<'a> ::genl::AttributeSet for Service<'a> {
    type View<'__genl> = Service<'__genl>;
    const NAME: &'static str = "service";
    const DOC: &'static str = "A service, whose address is of the family beside it.";
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[
        Self::_ADDRESS.required_beside::<u16>(""),
        Self::_AF.required(""),
        Self::_TEXT.optional_beside::<::core::option::Option<u8>>(""),
        Self::_ENCODING.optional(""),
    ];
    #[inline]
    fn put_fields(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        Self::_ADDRESS.beside(&self.af).put(&self.address, __out);
        Self::_AF.put(&self.af, __out);
        Self::_TEXT.beside(&self.encoding).put_some(&self.text, __out);
        Self::_ENCODING.put_some(&self.encoding, __out);
    }
    #[inline]
    fn blank<'__genl>(
        __r: &mut ::genl::Reading<'__genl>,
    ) -> ::genl::Decoded<Self::View<'__genl>> {
        ::core::result::Result::Ok(Service {
            address: Service::<'__genl>::_ADDRESS
                .beside(&Service::<'__genl>::_AF.look(__r)?)
                .blank(__r)?,
            af: Service::<'__genl>::_AF.blank(__r)?,
            text: ::genl::codec::blank(),
            encoding: ::genl::codec::blank(),
        })
    }
    #[inline(always)]
    fn fill<'__genl>(
        __s: &mut Self::View<'__genl>,
        __r: &mut ::genl::Reading<'__genl>,
    ) -> ::genl::Decoded<()> {
        match __r.number() {
            1 => {
                Service::<'__genl>::_ADDRESS
                    .beside(&Service::<'__genl>::_AF.look(__r)?)
                    .get(__r, &mut __s.address)
            }
            2 => Service::<'__genl>::_AF.get(__r, &mut __s.af),
            3 => {
                Service::<'__genl>::_TEXT
                    .beside(&Service::<'__genl>::_ENCODING.look_some(__r)?)
                    .find(__r, &mut __s.text)
            }
            4 => Service::<'__genl>::_ENCODING.find(__r, &mut __s.encoding),
            _ => ::core::result::Result::Ok(()),
        }
    }
}
