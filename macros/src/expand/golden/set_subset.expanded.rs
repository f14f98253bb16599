::genl::part!(
    AttributeSet[< 'a >] [< 'a, __T >] [Announce < 'a >] [] { ::genl::codec::is_set:: <
    attr::Attr < 'static > > () } attr::Attr < '__genl >
);
#[cfg_attr(
    doc,
    doc = "A subset of [`Attr<'a>`](type@attr::Attr). The [table of `Attr<'a>`](type@attr::Attr#trait-implementations) shows the numbers and encodings.\n\n| attribute | type |\n| --- | --- |\n| `addr` | [`Address<'a>`](type@Address) |\n| `token` | `u32` |\n| `entries` | [`Vec<Entry>`](type@Entry) |\n| `up` | `bool` |"
)]
#[cfg_attr(doc, allow(rustdoc::private_intra_doc_links))]
#[automatically_derived]
impl<'a> ::genl::AttributeSet for Announce<'a> {
    type View<'__genl> = Announce<'__genl>;
    const NAME: &'static str = "announce";
    const DOC: &'static str = "Announces `addr` to the peer of connection `token`.";
    const SUPERSET: ::genl::codec::Superset = ::genl::codec::superset::<Self>();
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[
        ::genl::of!(_ADDR.of:: < Address < 'a > > ()).required("What is announced."),
        ::genl::of!(_TOKEN.opt:: < u32 > ()).optional(""),
        ::genl::of!(_ENTRIES.of:: < Vec < Entry > > ()).list(""),
        ::genl::of!(_UP.of:: < bool > ()).flag(""),
    ];
    #[inline]
    fn put_fields(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        ::genl::of!(_ADDR.of:: < Address < 'a > > ()).put(&self.addr, __out);
        ::genl::of!(_TOKEN.opt:: < u32 > ()).put_some(&self.token, __out);
        ::genl::of!(_ENTRIES.of:: < Vec < Entry > > ()).put_list(&self.entries, __out);
        ::genl::of!(_UP.of:: < bool > ()).put_flag(self.up, __out);
        ::genl::codec::put_unknown::<Self>(&self.rest, __out);
    }
    #[inline]
    fn blank<'__genl>(
        __r: &mut ::genl::Reading<'__genl>,
    ) -> ::genl::Decoded<Self::View<'__genl>> {
        ::core::result::Result::Ok(Announce {
            addr: ::genl::of!(_ADDR.of:: < Address < '__genl > > ()).blank(__r)?,
            token: ::genl::codec::blank(),
            entries: ::genl::of!(_ENTRIES.of:: < Vec < Entry > > ()).blank_list(__r)?,
            up: ::genl::of!(_UP.of:: < bool > ()).blank_flag(__r)?,
            rest: ::genl::codec::blank(),
        })
    }
    #[inline(always)]
    fn fill<'__genl>(
        __s: &mut Self::View<'__genl>,
        __r: &mut ::genl::Reading<'__genl>,
    ) -> ::genl::Decoded<()> {
        ::genl::numbers!(
            Announce < 'static >, _0 = _R::_ADDR.at(_S), _1 = _R::_TOKEN.at(_S), _2 =
            _R::_ENTRIES.at(_S), _3 = _R::_UP.at(_S)
        );
        match __r.number() {
            _0 => {
                ::genl::of!(_ADDR.of:: < Address < '__genl > > ())
                    .get(__r, &mut __s.addr)
            }
            _1 => ::genl::of!(_TOKEN.opt:: < u32 > ()).find(__r, &mut __s.token),
            _2 => {
                ::genl::of!(_ENTRIES.of:: < Vec < Entry > > ())
                    .get_list(__r, &mut __s.entries)
            }
            _3 => ::genl::of!(_UP.of:: < bool > ()).get_flag(__r, &mut __s.up),
            _ => __r.keep::<Self>(&mut __s.rest),
        }
    }
}
