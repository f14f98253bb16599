#[doc(hidden)]
impl Address {
    pub const _FAMILY: ::genl::SlotOf<AddressFamily> = ::genl::nla!(1, "family").slot();
    pub const _PORT: ::genl::at::BigEndian<u16> = ::genl::nla!(
        2, "port", .min_of(& (limits::LEAST), (limits::LEAST) as i128).max(5)
    )
        .slot();
    pub const _ENTRIES: ::genl::at::MultiNest<Vec<Entry>> = ::genl::nla!(4, "entries")
        .slot();
    pub const _UP: ::genl::at::Flag<bool> = ::genl::nla!(5, "up").slot();
    pub const _OPS: ::genl::ListOf<
        Vec<Op>,
        ::genl::word::Indexed<1, ::genl::word::Nest>,
    > = ::genl::nla!(6, "ops").slot();
    pub const _POLICY: ::genl::ListOf<
        Vec<Keyed<(u16, u16), Policy>>,
        ::genl::word::Keyed2<::genl::word::Nest>,
    > = ::genl::nla!(7, "policy", .keys(& ["policy-id", "attr-id"])).slot();
    pub const _KEPT: ::genl::ListOf<Vec<Indexed<u32>>, ::genl::word::IndexedKept> = ::genl::nla!(
        8, "kept"
    )
        .slot();
    pub const _LEFT: ::genl::ListOf<
        Vec<u8>,
        ::genl::word::OmitEmpty<::genl::word::Indexed<0>>,
    > = ::genl::nla!(10, "left").slot();
    const _TYPE: ::genl::SlotOf<Vec<u8>> = ::genl::nla!(9, "10baset", .exact_len(4))
        .slot();
}
::genl::whole!(owned AttributeSet Address);
#[cfg_attr(
    doc,
    doc = "The attributes on the wire:\n\n| number | attribute | payload | byte order | limits |\n| --- | --- | --- | --- | --- |\n| 1 | `family` | [`AddressFamily`](type@AddressFamily) |  |  |\n| 2 | `port` | `u16` | network | at least `limits::LEAST`, at most 5 |\n| 4 | `entries` | nest of [`Entry`](type@Entry), repeated |  |  |\n| 5 | `up` | flag |  |  |\n| 6 | `ops` | nest of [`Op`](type@Op), indexed from 1 |  |  |\n| 7 | `policy` | nest of [`Policy`](type@Policy), keyed by policy-id, attr-id |  |  |\n| 8 | `kept` | `u32`, indexed | host |  |\n| 10 | `left` | `u8`, indexed from 0, absent when empty |  |  |\n| 9 | `10baset` | binary |  | 4 bytes |"
)]
#[cfg_attr(doc, allow(rustdoc::private_intra_doc_links))]
#[automatically_derived]
impl ::genl::AttributeSet for Address {
    type View<'a> = Address;
    const NAME: &'static str = "address";
    const DOC: &'static str = "One address: of an endpoint, or of a peer.";
    const PAD: ::core::option::Option<u16> = ::core::option::Option::Some(11);
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[
        Self::_FAMILY.optional("`AF_INET` or `AF_INET6`."),
        Self::_PORT.required(""),
        Self::_ENTRIES.list(""),
        Self::_UP.flag(""),
        Self::_OPS.optional(""),
        Self::_POLICY.required(""),
        Self::_KEPT.required(""),
        Self::_LEFT.list(""),
        Self::_TYPE.required("").renamed("type"),
    ];
    #[inline]
    fn put_fields(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        Self::_FAMILY.put_some(&self.family, __out);
        Self::_PORT.put(&self.port, __out);
        Self::_ENTRIES.put_list(&self.entries, __out);
        Self::_UP.put_flag(self.up, __out);
        Self::_OPS.put_some(&self.ops, __out);
        Self::_POLICY.put(&self.policy, __out);
        Self::_KEPT.put(&self.kept, __out);
        Self::_LEFT.put_list(&self.left, __out);
        Self::_TYPE.put(&self.r#type, __out);
        ::genl::codec::put_unknown::<Self>(&self.rest, __out);
    }
    #[inline]
    fn blank(__r: &mut ::genl::Reading<'_>) -> ::genl::Decoded<Self> {
        ::core::result::Result::Ok(Address {
            family: ::genl::codec::blank(),
            port: Self::_PORT.blank(__r)?,
            entries: ::genl::codec::blank(),
            up: ::genl::codec::blank(),
            ops: ::genl::codec::blank(),
            policy: Self::_POLICY.blank(__r)?,
            kept: Self::_KEPT.blank(__r)?,
            left: ::genl::codec::blank(),
            r#type: Self::_TYPE.blank(__r)?,
            rest: ::genl::codec::blank(),
        })
    }
    #[inline(always)]
    fn fill(__s: &mut Self, __r: &mut ::genl::Reading<'_>) -> ::genl::Decoded<()> {
        match __r.number() {
            1 => Self::_FAMILY.find(__r, &mut __s.family),
            2 => Self::_PORT.get(__r, &mut __s.port),
            4 => Self::_ENTRIES.get_list(__r, &mut __s.entries),
            5 => Self::_UP.get_flag(__r, &mut __s.up),
            6 => Self::_OPS.find(__r, &mut __s.ops),
            7 => Self::_POLICY.get(__r, &mut __s.policy),
            8 => Self::_KEPT.get(__r, &mut __s.kept),
            10 => Self::_LEFT.get_list(__r, &mut __s.left),
            9 => Self::_TYPE.get(__r, &mut __s.r#type),
            _ => __r.keep::<Self>(&mut __s.rest),
        }
    }
}
