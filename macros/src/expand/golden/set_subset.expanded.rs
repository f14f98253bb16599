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
        __r: &mut ::genl::Reading<'__genl>,
    ) -> ::genl::Decoded<Self::View<'__genl>> {
        ::core::result::Result::Ok(Announce {
            addr: <attr::Attr<'__genl>>::ADDR.of::<Address<'__genl>>().blank(__r)?,
            token: ::genl::codec::blank(),
            entries: <attr::Attr<'__genl>>::ENTRIES.of::<Vec<Entry>>().blank_list(__r)?,
            up: <attr::Attr<'__genl>>::UP.of::<bool>().blank_flag(__r)?,
            rest: ::genl::codec::blank(),
        })
    }
    #[inline(always)]
    fn fill<'__genl>(
        __s: &mut Self::View<'__genl>,
        __r: &mut ::genl::Reading<'__genl>,
    ) -> ::genl::Decoded<()> {
        const _0: u16 = <attr::Attr<'static>>::ADDR.number();
        const _1: u16 = <attr::Attr<'static>>::TOKEN.number();
        const _2: u16 = <attr::Attr<'static>>::ENTRIES.number();
        const _3: u16 = <attr::Attr<'static>>::UP.number();
        match __r.number() {
            _0 => {
                <attr::Attr<'__genl>>::ADDR
                    .of::<Address<'__genl>>()
                    .get(__r, &mut __s.addr)
            }
            _1 => <attr::Attr<'__genl>>::TOKEN.of::<u32>().find(__r, &mut __s.token),
            _2 => {
                <attr::Attr<'__genl>>::ENTRIES
                    .of::<Vec<Entry>>()
                    .get_list(__r, &mut __s.entries)
            }
            _3 => <attr::Attr<'__genl>>::UP.of::<bool>().get_flag(__r, &mut __s.up),
            _ => __r.keep::<Self>(&mut __s.rest),
        }
    }
}
