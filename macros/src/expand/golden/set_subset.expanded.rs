#[cfg(doc)]
/**Numbers, words and checks are those of `attr::Attr<'a>`.

| attribute | type |
|---|---|
| `addr` | `Address<'a>` |
| `token` | `u32` |
| `entries` | `Vec<Entry>` |
| `up` | `bool` |*/
impl<'a> Announce<'a> {}
impl<'a> ::genl::codec::SubsetOf<attr::Attr<'_>> for Announce<'a> {}
#[automatically_derived]
impl<'a> ::genl::AttributeSet for Announce<'a> {
    type View<'__genl> = Announce<'__genl>;
    const NAME: &'static str = "announce";
    const DOC: &'static str = "Announces `addr` to the peer of connection `token`.";
    const SUBSET_OF: &'static str = "attr";
    const PAD: ::core::option::Option<u16> = <attr::Attr<
        'a,
    > as ::genl::AttributeSet>::PAD;
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[
        (&(&<attr::Attr<'a>>::ADDR).typed::<Address<'a>>())
            .required("What is announced."),
        (&(&<attr::Attr<'a>>::TOKEN).typed::<u32>()).optional(""),
        (&(&<attr::Attr<'a>>::ENTRIES).typed::<Vec<Entry>>()).list(""),
        (&(&<attr::Attr<'a>>::UP).typed::<bool>()).flag(""),
    ];
    fn encode(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        (&(&<attr::Attr<'a>>::ADDR).typed::<Address<'a>>()).put(&self.addr, __out);
        (&(&<attr::Attr<'a>>::TOKEN).typed::<u32>()).put_optional(&self.token, __out);
        (&(&<attr::Attr<'a>>::ENTRIES).typed::<Vec<Entry>>())
            .put_list(&self.entries, __out);
        (&(&<attr::Attr<'a>>::UP).typed::<bool>()).put_flag(self.up, __out);
        ::genl::codec::put_unknown::<Self>(&self.rest, __out);
    }
    #[inline]
    fn decode<'__genl>(
        __in: ::genl::Attributes<'__genl>,
    ) -> ::genl::Decoded<Announce<'__genl>> {
        let (
            (mut __genl_addr, mut __genl_token, mut __genl_entries),
            (mut __genl_up, mut __genl_rest),
        ) = ::genl::codec::blank();
        __in.each(|__attr| match __attr.number() {
            __number if __number == (&<attr::Attr<'__genl>>::ADDR).number() => {
                (&(&<attr::Attr<'__genl>>::ADDR).typed::<Address<'__genl>>())
                    .get(__attr, &mut __genl_addr)
            }
            __number if __number == (&<attr::Attr<'__genl>>::TOKEN).number() => {
                (&(&<attr::Attr<'__genl>>::TOKEN).typed::<u32>())
                    .get(__attr, &mut __genl_token)
            }
            __number if __number == (&<attr::Attr<'__genl>>::ENTRIES).number() => {
                (&(&<attr::Attr<'__genl>>::ENTRIES).typed::<Vec<Entry>>())
                    .get_some_list(__attr, &mut __genl_entries)
            }
            __number if __number == (&<attr::Attr<'__genl>>::UP).number() => {
                (&(&<attr::Attr<'__genl>>::UP).typed::<bool>())
                    .get_truth(__attr, &mut __genl_up)
            }
            __number if Self::PAD == ::core::option::Option::Some(__number) => {
                ::core::result::Result::Ok(())
            }
            _ => __attr.keep(&mut __genl_rest),
        })?;
        ::core::result::Result::Ok(Announce {
            addr: (&(&<attr::Attr<'__genl>>::ADDR).typed::<Address<'__genl>>())
                .take(__genl_addr)?,
            token: __genl_token,
            entries: (&(&<attr::Attr<'__genl>>::ENTRIES).typed::<Vec<Entry>>())
                .take_list(__genl_entries)?,
            up: (&(&<attr::Attr<'__genl>>::UP).typed::<bool>()).take_flag(__genl_up)?,
            rest: __genl_rest,
        })
    }
}
