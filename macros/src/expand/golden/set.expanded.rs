#[doc(hidden)]
impl Address {
    pub const FAMILY: ::genl::SlotOf<AddressFamily> = ::genl::Slot::new(1, "family");
    pub const PORT: ::genl::SlotOf<u16, ::genl::word::BigEndian> = ::genl::Slot::new(
            2,
            "port",
        )
        .min_of(&(limits::LEAST), (limits::LEAST) as i128)
        .max(5);
    pub const ENTRIES: ::genl::ListOf<
        Vec<Entry>,
        ::genl::word::Multi<::genl::word::Nest>,
    > = ::genl::Slot::new(4, "entries");
    pub const UP: ::genl::Slot<bool, ::genl::word::Flag> = ::genl::Slot::new(5, "up");
    pub const OPS: ::genl::SlotOf<
        Vec<Op>,
        ::genl::word::Indexed<1, ::genl::word::Nest>,
    > = ::genl::Slot::new(6, "ops");
    pub const POLICY: ::genl::ListOf<
        Vec<Keyed<(u16, u16), Policy>>,
        ::genl::word::Keyed2<::genl::word::Nest>,
    > = ::genl::Slot::new(7, "policy").keys(&["policy-id", "attr-id"]);
    pub const KEPT: ::genl::ListOf<Vec<Indexed<u32>>, ::genl::word::IndexedKept> = ::genl::Slot::new(
        8,
        "kept",
    );
    const TYPE: ::genl::SlotOf<Vec<u8>> = ::genl::Slot::new(9, "10baset").exact_len(4);
}
#[cfg(doc)]
/**| number | attribute | payload | byte order | limits |
|---|---|---|---|---|
| 1 | `family` | `AddressFamily` |  |  |
| 2 | `port` | `u16` | network | at least limits::LEAST, at most 5 |
| 4 | `entries` | nest of `Entry`, repeated |  |  |
| 5 | `up` | flag |  |  |
| 6 | `ops` | nest of `Op`, indexed from 1 |  |  |
| 7 | `policy` | nest of `Policy`, keyed by policy-id, attr-id |  |  |
| 8 | `kept` | `u32`, indexed | host |  |
| 9 | `10baset` | binary |  | 4 bytes |*/
impl Address {}
#[automatically_derived]
impl ::genl::codec::OwnedSet for Address {}
#[automatically_derived]
impl ::genl::AttributeSet for Address {
    type View<'__genl> = Address;
    const NAME: &'static str = "address";
    const DOC: &'static str = "One address: of an endpoint, or of a peer.";
    const PAD: ::core::option::Option<u16> = ::core::option::Option::Some(11);
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[
        (&Self::FAMILY).optional("`AF_INET` or `AF_INET6`."),
        (&Self::PORT).required(""),
        (&Self::ENTRIES).list(""),
        (&Self::UP).flag(""),
        (&Self::OPS).optional(""),
        (&Self::POLICY).list(""),
        (&Self::KEPT).list(""),
        (&Self::TYPE).required(""),
    ];
    fn encode(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        (&Self::FAMILY).put_optional(&self.family, __out);
        (&Self::PORT).put(&self.port, __out);
        (&Self::ENTRIES).put_list(&self.entries, __out);
        (&Self::UP).put_flag(self.up, __out);
        (&Self::OPS).put_optional(&self.ops, __out);
        (&Self::POLICY).put_list(&self.policy, __out);
        (&Self::KEPT).put_list(&self.kept, __out);
        (&Self::TYPE).put(&self.r#type, __out);
        ::genl::codec::put_unknown::<Self>(&self.rest, __out);
    }
    #[inline]
    fn decode(__in: ::genl::Attributes<'_>) -> ::genl::Decoded<Address> {
        let (
            (mut __genl_family, mut __genl_port, mut __genl_entries),
            (mut __genl_up, mut __genl_ops, mut __genl_policy),
            (mut __genl_kept, mut __genl_type, mut __genl_rest),
        ) = ::genl::codec::blank();
        __in.each(|__attr| match __attr.number() {
            1 => (&Self::FAMILY).get(__attr, &mut __genl_family),
            2 => (&Self::PORT).get(__attr, &mut __genl_port),
            4 => (&Self::ENTRIES).get_list(__attr, &mut __genl_entries),
            5 => (&Self::UP).get_flag(__attr, &mut __genl_up),
            6 => (&Self::OPS).get(__attr, &mut __genl_ops),
            7 => (&Self::POLICY).get_list(__attr, &mut __genl_policy),
            8 => (&Self::KEPT).get_list(__attr, &mut __genl_kept),
            9 => (&Self::TYPE).get(__attr, &mut __genl_type),
            11 => ::core::result::Result::Ok(()),
            _ => __attr.keep(&mut __genl_rest),
        })?;
        ::core::result::Result::Ok(Address {
            family: __genl_family,
            port: (&Self::PORT).take(__genl_port)?,
            entries: __genl_entries,
            up: __genl_up,
            ops: __genl_ops,
            policy: __genl_policy,
            kept: __genl_kept,
            r#type: (&Self::TYPE).take(__genl_type)?,
            rest: __genl_rest,
        })
    }
}
