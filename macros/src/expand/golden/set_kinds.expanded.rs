#[doc(hidden)]
impl<T> Kinds<T>
where
    (
        T,
        [T; 2],
    ): for<'__genl_payload> ::genl::codec::FromPayload<
        '__genl_payload,
        ::genl::word::With<Pairs>,
    >,
{
    const _BYTE: ::genl::SlotOf<i8> = ::genl::nla!(1, "byte").slot();
    const _HOST: ::genl::SlotOf<u32> = ::genl::nla!(2, "host").slot();
    const _NETWORK: ::genl::at::BigEndian<u16> = ::genl::nla!(3, "network").slot();
    const _WIDE: ::genl::at::Uint<u64> = ::genl::nla!(4, "wide").slot();
    const _OFFSET: ::genl::at::Sint<i64> = ::genl::nla!(5, "offset").slot();
    const _BITS: ::genl::at::Flags<Bits> = ::genl::nla!(6, "bits").slot();
    const _NETWORK_BITS: ::genl::at::FlagsBigEndian<Bits> = ::genl::nla!(
        7, "network-bits"
    )
        .slot();
    const _CHOSEN: ::genl::at::Bitfield32<Bitfield32<Bits>> = ::genl::nla!(8, "chosen")
        .slot();
    const _V4: ::genl::SlotOf<Ipv4Addr> = ::genl::nla!(9, "v4").slot();
    const _V6: ::genl::SlotOf<core::net::Ipv6Addr> = ::genl::nla!(10, "v6").slot();
    const _IP: ::genl::SlotOf<IpAddr> = ::genl::nla!(11, "ip").slot();
    const _KIND: ::genl::SlotOf<Kind> = ::genl::nla!(12, "kind").slot();
    const _I: ::genl::SlotOf<u> = ::genl::nla!(13, "i").slot();
    const _TEXT: ::genl::SlotOf<std::ffi::CString> = ::genl::nla!(14, "text").slot();
    const _TAIL: ::genl::at::Unterminated<String> = ::genl::nla!(
        15, "tail", .min_len(1).max_len(8)
    )
        .slot();
    const _BINARY: ::genl::SlotOf<bytes::Bytes> = ::genl::nla!(16, "binary", .min_len(2))
        .slot();
    const _MAC: ::genl::SlotOf<Vec<u8>> = ::genl::nla!(17, "mac", .exact_len(6)).slot();
    const _EIGHT: ::genl::SlotOf<[u8; 8]> = ::genl::nla!(18, "eight").slot();
    const _SHORT: ::genl::SlotOf<Vec<u8>> = ::genl::nla!(
        19, "short", .max_len_of(& (LONGEST), (LONGEST) as i128)
    )
        .slot();
    const _DIGIT: ::genl::SlotOf<u8> = ::genl::nla!(20, "digit", .min(1).max(9)).slot();
    const _NUMBERED: ::genl::ListOf<
        Vec<u16>,
        ::genl::word::OmitEmpty<::genl::word::Indexed<1>>,
    > = ::genl::nla!(21, "numbered").slot();
    const _KEYED: ::genl::ListOf<Vec<Keyed<(u16, u16), u32>>, ::genl::word::Keyed2> = ::genl::nla!(
        22, "keyed", .keys(& ["outer", "inner"])
    )
        .slot();
    const _NESTS: ::genl::at::MultiNest<Vec<Inner>> = ::genl::nla!(23, "nests").slot();
    const _PAIR: ::genl::at::With<(T, [T; 2]), Pairs> = ::genl::nla!(24, "pair").slot();
    const _REST: ::genl::ListOf<
        Vec<Self>,
        ::genl::word::OmitEmpty<::genl::word::Nest>,
    > = ::genl::nla!(25, "rest").slot();
}
impl<T> ::genl::codec::OwnedSet for Kinds<T>
where
    (
        T,
        [T; 2],
    ): for<'__genl_payload> ::genl::codec::FromPayload<
        '__genl_payload,
        ::genl::word::With<Pairs>,
    >,
{}
::genl::whole!(
    AttributeSet[< T >] [Kinds < T >] [(T, [T; 2]) : for < '__genl_payload >
    ::genl::codec::FromPayload < '__genl_payload, ::genl::word::With < Pairs > >] Kinds <
    T >
);
#[cfg_attr(
    doc,
    doc = "The attributes on the wire:\n\n| number | attribute | payload | byte order | limits |\n| --- | --- | --- | --- | --- |\n| 1 | `byte` | `i8` |  |  |\n| 2 | `host` | `u32` | host |  |\n| 3 | `network` | `u16` | network |  |\n| 4 | `wide` | `uint`, 4 or 8 bytes | host |  |\n| 5 | `offset` | `sint`, 4 or 8 bytes | host |  |\n| 6 | `bits` | flags [`Bits`](type@Bits) | host |  |\n| 7 | `network-bits` | flags [`Bits`](type@Bits) | network |  |\n| 8 | `chosen` | [`Bitfield32<Bits>`](type@Bitfield32) | host |  |\n| 9 | `v4` | IPv4 address | network |  |\n| 10 | `v6` | IPv6 address | network |  |\n| 11 | `ip` | IPv4 or IPv6 address | network |  |\n| 12 | `kind` | [`Kind`](type@Kind) |  |  |\n| 13 | `i` | [`u`](type@u) |  |  |\n| 14 | `text` | string |  |  |\n| 15 | `tail` | string without a NUL |  | at least 1 bytes, at most 8 bytes |\n| 16 | `binary` | binary |  | at least 2 bytes |\n| 17 | `mac` | binary |  | 6 bytes |\n| 18 | `eight` | `8` bytes |  |  |\n| 19 | `short` | binary |  | at most `LONGEST` bytes |\n| 20 | `digit` | `u8` |  | at least 1, at most 9 |\n| 21 | `numbered` | `u16`, indexed from 1, absent when empty | host |  |\n| 22 | `keyed` | `u32`, keyed by outer, inner | host |  |\n| 23 | `nests` | nest of [`Inner`](type@Inner), repeated |  |  |\n| 24 | `pair` | `(T, [T; 2])`, encoded by `Pairs` |  |  |\n| 25 | `rest` | nest of [`Vec<Self>`](type@Self), absent when empty |  |  |"
)]
#[cfg_attr(doc, allow(rustdoc::private_intra_doc_links))]
#[automatically_derived]
impl<T> ::genl::AttributeSet for Kinds<T>
where
    (
        T,
        [T; 2],
    ): for<'__genl_payload> ::genl::codec::FromPayload<
        '__genl_payload,
        ::genl::word::With<Pairs>,
    >,
{
    type View<'a> = Kinds<T>;
    const NAME: &'static str = "kinds";
    const DOC: &'static str = "One of each kind, in the table of its documentation.";
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[
        Self::_BYTE.required(""),
        Self::_HOST.required(""),
        Self::_NETWORK.required(""),
        Self::_WIDE.required(""),
        Self::_OFFSET.required(""),
        Self::_BITS.required(""),
        Self::_NETWORK_BITS.required(""),
        Self::_CHOSEN.required(""),
        Self::_V4.required(""),
        Self::_V6.required(""),
        Self::_IP.required(""),
        Self::_KIND.required(""),
        Self::_I.required(""),
        Self::_TEXT.required(""),
        Self::_TAIL.required(""),
        Self::_BINARY.required(""),
        Self::_MAC.required(""),
        Self::_EIGHT.required(""),
        Self::_SHORT.optional(""),
        Self::_DIGIT.optional(""),
        Self::_NUMBERED.list(""),
        Self::_KEYED.required(""),
        Self::_NESTS.list(""),
        Self::_PAIR.required(""),
        Self::_REST.list(""),
    ];
    #[inline]
    fn put_fields(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        Self::_BYTE.put(&self.byte, __out);
        Self::_HOST.put(&self.host, __out);
        Self::_NETWORK.put(&self.network, __out);
        Self::_WIDE.put(&self.wide, __out);
        Self::_OFFSET.put(&self.offset, __out);
        Self::_BITS.put(&self.bits, __out);
        Self::_NETWORK_BITS.put(&self.network_bits, __out);
        Self::_CHOSEN.put(&self.chosen, __out);
        Self::_V4.put(&self.v4, __out);
        Self::_V6.put(&self.v6, __out);
        Self::_IP.put(&self.ip, __out);
        Self::_KIND.put(&self.kind, __out);
        Self::_I.put(&self.i, __out);
        Self::_TEXT.put(&self.text, __out);
        Self::_TAIL.put(&self.tail, __out);
        Self::_BINARY.put(&self.binary, __out);
        Self::_MAC.put(&self.mac, __out);
        Self::_EIGHT.put(&self.eight, __out);
        Self::_SHORT.put_some(&self.short, __out);
        Self::_DIGIT.put_some(&self.digit, __out);
        Self::_NUMBERED.put_list(&self.numbered, __out);
        Self::_KEYED.put(&self.keyed, __out);
        Self::_NESTS.put_list(&self.nests, __out);
        Self::_PAIR.put(&self.pair, __out);
        Self::_REST.put_list(&self.rest, __out);
    }
    #[inline]
    fn blank(__r: &mut ::genl::Reading<'_>) -> ::genl::Decoded<Self> {
        ::core::result::Result::Ok(Kinds {
            byte: Self::_BYTE.blank(__r)?,
            host: Self::_HOST.blank(__r)?,
            network: Self::_NETWORK.blank(__r)?,
            wide: Self::_WIDE.blank(__r)?,
            offset: Self::_OFFSET.blank(__r)?,
            bits: Self::_BITS.blank(__r)?,
            network_bits: Self::_NETWORK_BITS.blank(__r)?,
            chosen: Self::_CHOSEN.blank(__r)?,
            v4: Self::_V4.blank(__r)?,
            v6: Self::_V6.blank(__r)?,
            ip: Self::_IP.blank(__r)?,
            kind: Self::_KIND.blank(__r)?,
            i: Self::_I.blank(__r)?,
            text: Self::_TEXT.blank(__r)?,
            tail: Self::_TAIL.blank(__r)?,
            binary: Self::_BINARY.blank(__r)?,
            mac: Self::_MAC.blank(__r)?,
            eight: Self::_EIGHT.blank(__r)?,
            short: ::genl::codec::blank(),
            digit: ::genl::codec::blank(),
            numbered: ::genl::codec::blank(),
            keyed: Self::_KEYED.blank(__r)?,
            nests: ::genl::codec::blank(),
            pair: Self::_PAIR.blank(__r)?,
            rest: ::genl::codec::blank(),
        })
    }
    #[inline(always)]
    fn fill(__s: &mut Self, __r: &mut ::genl::Reading<'_>) -> ::genl::Decoded<()> {
        match __r.number() {
            1 => Self::_BYTE.get(__r, &mut __s.byte),
            2 => Self::_HOST.get(__r, &mut __s.host),
            3 => Self::_NETWORK.get(__r, &mut __s.network),
            4 => Self::_WIDE.get(__r, &mut __s.wide),
            5 => Self::_OFFSET.get(__r, &mut __s.offset),
            6 => Self::_BITS.get(__r, &mut __s.bits),
            7 => Self::_NETWORK_BITS.get(__r, &mut __s.network_bits),
            8 => Self::_CHOSEN.get(__r, &mut __s.chosen),
            9 => Self::_V4.get(__r, &mut __s.v4),
            10 => Self::_V6.get(__r, &mut __s.v6),
            11 => Self::_IP.get(__r, &mut __s.ip),
            12 => Self::_KIND.get(__r, &mut __s.kind),
            13 => Self::_I.get(__r, &mut __s.i),
            14 => Self::_TEXT.get(__r, &mut __s.text),
            15 => Self::_TAIL.get(__r, &mut __s.tail),
            16 => Self::_BINARY.get(__r, &mut __s.binary),
            17 => Self::_MAC.get(__r, &mut __s.mac),
            18 => Self::_EIGHT.get(__r, &mut __s.eight),
            19 => Self::_SHORT.find(__r, &mut __s.short),
            20 => Self::_DIGIT.find(__r, &mut __s.digit),
            21 => Self::_NUMBERED.get_list(__r, &mut __s.numbered),
            22 => Self::_KEYED.get(__r, &mut __s.keyed),
            23 => Self::_NESTS.get_list(__r, &mut __s.nests),
            24 => Self::_PAIR.get(__r, &mut __s.pair),
            25 => Self::_REST.get_list(__r, &mut __s.rest),
            _ => ::core::result::Result::Ok(()),
        }
    }
}
