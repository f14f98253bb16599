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
    const SUPERSET: ::genl::codec::Superset = ::genl::codec::superset::<
        attr::Attr<'a>,
    >();
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[
        <attr::Attr<'a>>::ADDR.of::<Address<'a>>().required("What is announced."),
        <attr::Attr<'a>>::TOKEN.of::<u32>().optional(""),
        <attr::Attr<'a>>::ENTRIES.of::<Vec<Entry>>().list(""),
        <attr::Attr<'a>>::UP.of::<bool>().flag(""),
    ];
    #[inline]
    fn put_fields(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        <attr::Attr<'a>>::ADDR.of::<Address<'a>>().put(&self.addr, __out);
        <attr::Attr<'a>>::TOKEN.of::<u32>().put_some(&self.token, __out);
        <attr::Attr<'a>>::ENTRIES.of::<Vec<Entry>>().put_list(&self.entries, __out);
        <attr::Attr<'a>>::UP.of::<bool>().put_flag(self.up, __out);
        ::genl::codec::put_unknown::<Self>(&self.rest, __out);
    }
    #[inline]
    fn blank<'__genl>(
        __in: &mut ::genl::Reading<'__genl>,
    ) -> ::genl::Decoded<Self::View<'__genl>> {
        ::core::result::Result::Ok(Announce {
            addr: <attr::Attr<'__genl>>::ADDR.of::<Address<'__genl>>().blank(__in)?,
            token: ::genl::codec::blank(),
            entries: <attr::Attr<'__genl>>::ENTRIES.of::<Vec<Entry>>().blank_list(__in)?,
            up: <attr::Attr<'__genl>>::UP.of::<bool>().blank_flag(__in)?,
            rest: ::genl::codec::blank(),
        })
    }
    #[inline(always)]
    fn fill<'__genl>(
        __it: &mut Self::View<'__genl>,
        __in: &mut ::genl::Reading<'__genl>,
    ) -> ::genl::Decoded<()> {
        const __ADDR: u16 = <attr::Attr<'static>>::ADDR.number();
        const __TOKEN: u16 = <attr::Attr<'static>>::TOKEN.number();
        const __ENTRIES: u16 = <attr::Attr<'static>>::ENTRIES.number();
        const __UP: u16 = <attr::Attr<'static>>::UP.number();
        match __in.number() {
            __ADDR => {
                <attr::Attr<'__genl>>::ADDR
                    .of::<Address<'__genl>>()
                    .get(__in, 0, &mut __it.addr)
            }
            __TOKEN => {
                <attr::Attr<'__genl>>::TOKEN.of::<u32>().find(__in, &mut __it.token)
            }
            __ENTRIES => {
                <attr::Attr<'__genl>>::ENTRIES
                    .of::<Vec<Entry>>()
                    .get_subset_list(__in, 1, &mut __it.entries)
            }
            __UP => {
                <attr::Attr<'__genl>>::UP
                    .of::<bool>()
                    .get_subset_flag(__in, 2, &mut __it.up)
            }
            _ => __in.keep::<Self>(&mut __it.rest),
        }
    }
}
