#[doc(hidden)]
impl<'x, T: Named, const N: usize> Device<'x, T, N>
where
    T: Small,
    T: for<'__genl_payload> crate::reexported::codec::FromPayload<
        '__genl_payload,
        crate::reexported::word::Plain,
    >,
    for<'__genl_payload> Part<
        '__genl_payload,
        T,
    >: crate::reexported::codec::FromPayload<
        '__genl_payload,
        crate::reexported::word::Nest,
    >,
    Part<'x, T>: crate::reexported::codec::Payload<crate::reexported::word::Nest>,
    T: for<'__genl_payload> crate::reexported::codec::FromPayload<
        '__genl_payload,
        crate::reexported::word::Plain,
    >,
{
    pub const _NAME: crate::reexported::SlotOf<&'x str> = crate::reexported::nla!(
        0, "name"
    )
        .slot();
    pub const _ALIAS: crate::reexported::at::Unterminated<&'x str> = crate::reexported::nla!(
        1, "alias"
    )
        .slot();
    pub const _ANY: crate::reexported::SlotOf<T> = crate::reexported::nla!(2, "any")
        .slot();
    pub const _PARTS: crate::reexported::at::MultiNest<Vec<Part<'x, T>>> = crate::reexported::nla!(
        3, "parts"
    )
        .slot();
    pub const _KEYED: crate::reexported::ListOf<
        Vec<Keyed<u16, T>>,
        crate::reexported::word::Keyed1,
    > = crate::reexported::nla!(5, "keyed", .keys(& ["key"])).slot();
    pub const _MAC: crate::reexported::SlotOf<[u8; N]> = crate::reexported::nla!(
        4, "mac"
    )
        .slot();
}
crate::reexported::whole!(
    AttributeSet[< 'x, T : Named, const N : usize >] [Device < 'x, T, N >] [T : Small, T
    : for < '__genl_payload > crate ::reexported::codec::FromPayload < '__genl_payload,
    crate ::reexported::word::Plain >, for < '__genl_payload > Part < '__genl_payload, T
    > : crate ::reexported::codec::FromPayload < '__genl_payload, crate
    ::reexported::word::Nest >, Part < 'x, T > : crate ::reexported::codec::Payload <
    crate ::reexported::word::Nest >, T : for < '__genl_payload > crate
    ::reexported::codec::FromPayload < '__genl_payload, crate ::reexported::word::Plain
    >] Device < '__genl, T, N >
);
#[cfg_attr(
    doc,
    doc = "The attributes on the wire:\n\n| number | attribute | payload |\n| --- | --- | --- |\n| 0 | `name` | string |\n| 1 | `alias` | string without a NUL |\n| 2 | `any` | `T` |\n| 3 | `parts` | nest of [`Part<'x, T>`](type@Part), repeated |\n| 5 | `keyed` | `T`, keyed by key |\n| 4 | `mac` | `N` bytes |"
)]
#[cfg_attr(doc, allow(rustdoc::private_intra_doc_links))]
#[automatically_derived]
impl<'x, T: Named, const N: usize> crate::reexported::AttributeSet for Device<'x, T, N>
where
    T: Small,
    T: for<'__genl_payload> crate::reexported::codec::FromPayload<
        '__genl_payload,
        crate::reexported::word::Plain,
    >,
    for<'__genl_payload> Part<
        '__genl_payload,
        T,
    >: crate::reexported::codec::FromPayload<
        '__genl_payload,
        crate::reexported::word::Nest,
    >,
    Part<'x, T>: crate::reexported::codec::Payload<crate::reexported::word::Nest>,
    T: for<'__genl_payload> crate::reexported::codec::FromPayload<
        '__genl_payload,
        crate::reexported::word::Plain,
    >,
{
    type View<'__genl> = Device<'__genl, T, N>;
    const NAME: &'static str = "device";
    const ATTRIBUTES: &'static [crate::reexported::description::Attribute] = &[
        Self::_NAME.required(""),
        Self::_ALIAS.optional(""),
        Self::_ANY.required(""),
        Self::_PARTS.list(""),
        Self::_KEYED.required(""),
        Self::_MAC.required(""),
    ];
    #[inline]
    fn put_fields(&self, __out: &mut crate::reexported::AttributeWriter<'_>) {
        Self::_NAME.put(&self.name, __out);
        Self::_ALIAS.put_some(&self.alias, __out);
        Self::_ANY.put(&self.any, __out);
        Self::_PARTS.put_list(&self.parts, __out);
        Self::_KEYED.put(&self.keyed, __out);
        Self::_MAC.put(&self.mac, __out);
    }
    #[inline]
    fn blank<'__genl>(
        __r: &mut crate::reexported::Reading<'__genl>,
    ) -> crate::reexported::Decoded<Self::View<'__genl>> {
        ::core::result::Result::Ok(Device {
            name: Device::<'__genl, T, N>::_NAME.blank(__r)?,
            alias: crate::reexported::codec::blank(),
            any: Device::<'__genl, T, N>::_ANY.blank(__r)?,
            parts: crate::reexported::codec::blank(),
            keyed: Device::<'__genl, T, N>::_KEYED.blank(__r)?,
            mac: Device::<'__genl, T, N>::_MAC.blank(__r)?,
        })
    }
    #[inline(always)]
    fn fill<'__genl>(
        __s: &mut Self::View<'__genl>,
        __r: &mut crate::reexported::Reading<'__genl>,
    ) -> crate::reexported::Decoded<()> {
        match __r.number() {
            0 => Device::<'__genl, T, N>::_NAME.get(__r, &mut __s.name),
            1 => Device::<'__genl, T, N>::_ALIAS.find(__r, &mut __s.alias),
            2 => Device::<'__genl, T, N>::_ANY.get(__r, &mut __s.any),
            3 => Device::<'__genl, T, N>::_PARTS.get_list(__r, &mut __s.parts),
            5 => Device::<'__genl, T, N>::_KEYED.get(__r, &mut __s.keyed),
            4 => Device::<'__genl, T, N>::_MAC.get(__r, &mut __s.mac),
            _ => ::core::result::Result::Ok(()),
        }
    }
}
