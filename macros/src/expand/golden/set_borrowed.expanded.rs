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
    pub const NAME: crate::reexported::SlotOf<&'x str> = crate::reexported::Slot::new(
        0,
        "name",
    );
    pub const ALIAS: crate::reexported::SlotOf<
        &'x str,
        crate::reexported::word::Unterminated,
    > = crate::reexported::Slot::new(1, "alias");
    pub const ANY: crate::reexported::SlotOf<T> = crate::reexported::Slot::new(2, "any");
    pub const PARTS: crate::reexported::ListOf<
        Vec<Part<'x, T>>,
        crate::reexported::word::Multi<crate::reexported::word::Nest>,
    > = crate::reexported::Slot::new(3, "parts");
    pub const KEYED: crate::reexported::ListOf<
        Vec<Keyed<u16, T>>,
        crate::reexported::word::Keyed1,
    > = crate::reexported::Slot::new(5, "keyed").keys(&["key"]);
    pub const MAC: crate::reexported::SlotOf<[u8; N]> = crate::reexported::Slot::new(
        4,
        "mac",
    );
}
#[cfg(doc)]
/**| number | attribute | payload | byte order | limits |
|---|---|---|---|---|
| 0 | `name` | string |  |  |
| 1 | `alias` | string without a NUL |  |  |
| 2 | `any` | `T` |  |  |
| 3 | `parts` | nest of `Part<'x, T>`, repeated |  |  |
| 5 | `keyed` | `T`, keyed by key |  |  |
| 4 | `mac` | `N` bytes |  |  |*/
impl<'x, T: Named, const N: usize> Device<'x, T, N>
where
    T: Small,
{}
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
        (&Self::NAME).required(""),
        (&Self::ALIAS).optional(""),
        (&Self::ANY).required(""),
        (&Self::PARTS).list(""),
        (&Self::KEYED).list(""),
        (&Self::MAC).required(""),
    ];
    fn encode(&self, __out: &mut crate::reexported::AttributeWriter<'_>) {
        (&Self::NAME).put(&self.name, __out);
        (&Self::ALIAS).put_optional(&self.alias, __out);
        (&Self::ANY).put(&self.any, __out);
        (&Self::PARTS).put_list(&self.parts, __out);
        (&Self::KEYED).put_list(&self.keyed, __out);
        (&Self::MAC).put(&self.mac, __out);
    }
    #[inline]
    fn decode<'__genl>(
        __in: crate::reexported::Attributes<'__genl>,
    ) -> crate::reexported::Decoded<Device<'__genl, T, N>> {
        let (
            (mut __genl_name, mut __genl_alias, mut __genl_any),
            (mut __genl_parts, mut __genl_keyed, mut __genl_mac),
        ) = crate::reexported::codec::blank();
        __in.each(|__attr| match __attr.number() {
            0 => (&Device::<'__genl, T, N>::NAME).get(__attr, &mut __genl_name),
            1 => (&Device::<'__genl, T, N>::ALIAS).get(__attr, &mut __genl_alias),
            2 => (&Device::<'__genl, T, N>::ANY).get(__attr, &mut __genl_any),
            3 => (&Device::<'__genl, T, N>::PARTS).get_list(__attr, &mut __genl_parts),
            5 => (&Device::<'__genl, T, N>::KEYED).get_list(__attr, &mut __genl_keyed),
            4 => (&Device::<'__genl, T, N>::MAC).get(__attr, &mut __genl_mac),
            _ => ::core::result::Result::Ok(()),
        })?;
        ::core::result::Result::Ok(Device {
            name: (&Device::<'__genl, T, N>::NAME).take(__genl_name)?,
            alias: __genl_alias,
            any: (&Device::<'__genl, T, N>::ANY).take(__genl_any)?,
            parts: __genl_parts,
            keyed: __genl_keyed,
            mac: (&Device::<'__genl, T, N>::MAC).take(__genl_mac)?,
        })
    }
}
