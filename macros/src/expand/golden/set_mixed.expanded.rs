#[doc(hidden)]
impl<'a> Action<'a> {
    const _OUTPUT: ::genl::SlotOf<u32> = ::genl::nla!(1, "output", .min(1)).slot();
    const _SET: ::genl::at::Nest<Box<Key>> = ::genl::nla!(3, "set").slot();
    const _SAMPLE: ::genl::at::Nest<Vec<Action<'a>>> = ::genl::nla!(7, "sample").slot();
    const _PORTS: ::genl::ListOf<Vec<u16>, ::genl::word::Indexed<0>> = ::genl::nla!(
        8, "ports"
    )
        .slot();
    const _POP_VLAN: ::genl::at::Flag<bool> = ::genl::nla!(0, "pop").slot();
    const _COMMENT: ::genl::SlotOf<&'a str> = ::genl::nla!(2, "comment").slot();
}
::genl::whole!(MixedAttribute[< 'a >] [Action < 'a >] [] Action < '__genl >);
#[cfg_attr(
    doc,
    doc = "The attributes on the wire:\n\n| number | attribute | payload | byte order | limits |\n| --- | --- | --- | --- | --- |\n| 1 | `output` | `u32` | host | at least 1 |\n| 3 | `set` | nest of [`Key`](type@Key) |  |  |\n| 7 | `sample` | nest of [`Vec<Action<'a>>`](type@Action) |  |  |\n| 8 | `ports` | `u16`, indexed from 0 | host |  |\n| 0 | `pop` | flag |  |  |\n| 2 | `comment` | string |  |  |"
)]
#[cfg_attr(doc, allow(rustdoc::private_intra_doc_links))]
#[automatically_derived]
impl<'a> ::genl::codec::MixedAttribute for Action<'a> {
    type View<'__genl> = Action<'__genl>;
    const NAME: &'static str = "action";
    const DOC: &'static str = "What is done with a packet, in this order.";
    const PAD: ::core::option::Option<u16> = ::core::option::Option::Some(9);
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[
        Self::_OUTPUT.repeated("Sends it out of a port."),
        Self::_SET.repeated(""),
        Self::_SAMPLE.repeated(""),
        Self::_PORTS.repeated(""),
        Self::_POP_VLAN.unit_variant("").renamed("PopVlan"),
        Self::_COMMENT.repeated(""),
    ];
    #[inline(always)]
    fn put(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        match self {
            Self::Output(__it) => Self::_OUTPUT.put(__it, __out),
            Self::Set(__it) => Self::_SET.put(__it, __out),
            Self::Sample(__it) => Self::_SAMPLE.put(__it, __out),
            Self::Ports(__it) => Self::_PORTS.put(__it, __out),
            Self::PopVlan => Self::_POP_VLAN.put_flag(true, __out),
            Self::Comment(__it) => Self::_COMMENT.put(__it, __out),
            Self::Other(__it) => ::genl::codec::put_unknown_variant::<Self>(__it, __out),
        }
    }
    #[inline(always)]
    fn get<'__genl>(
        __attr: ::genl::wire::Attribute<'__genl>,
        __list: &mut ::genl::codec::Views<'__genl, Self>,
    ) -> ::genl::Decoded<()> {
        match __attr.number() {
            1 => Action::<'__genl>::_OUTPUT.push(__attr, Action::Output, __list),
            3 => Action::<'__genl>::_SET.push(__attr, Action::Set, __list),
            7 => Action::<'__genl>::_SAMPLE.push(__attr, Action::Sample, __list),
            8 => Action::<'__genl>::_PORTS.push(__attr, Action::Ports, __list),
            0 => __attr.push_unit(Action::PopVlan, __list),
            2 => Action::<'__genl>::_COMMENT.push(__attr, Action::Comment, __list),
            _ => __attr.push_unknown::<Self>(Action::Other, __list),
        }
    }
}
#[doc(hidden)]
impl Trip {
    const _ID: ::genl::SlotOf<u32> = ::genl::nla!(1, "id").slot();
}
::genl::whole!(owned MixedAttribute Trip);
#[cfg_attr(
    doc,
    doc = "The attributes on the wire:\n\n| number | attribute | payload | byte order |\n| --- | --- | --- | --- |\n| 1 | `id` | `u32` | host |"
)]
#[cfg_attr(doc, allow(rustdoc::private_intra_doc_links))]
#[automatically_derived]
impl ::genl::codec::MixedAttribute for Trip {
    type View<'a> = Trip;
    const NAME: &'static str = "trip";
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[
        Self::_ID.repeated(""),
    ];
    #[inline(always)]
    fn put(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        match self {
            Self::Id(__it) => Self::_ID.put(__it, __out),
        }
    }
    #[inline(always)]
    fn get<'__genl>(
        __attr: ::genl::wire::Attribute<'__genl>,
        __list: &mut ::genl::codec::Views<'__genl, Self>,
    ) -> ::genl::Decoded<()> {
        match __attr.number() {
            1 => Self::_ID.push(__attr, Trip::Id, __list),
            _ => ::core::result::Result::Ok(()),
        }
    }
}
::core::compile_error! {
    "missing payload of the variant `Id`\nhelp: write `Id(T)`, or `flag` after the number if the attribute has no payload"
}
const _: () = {
    ::genl::whole!(owned MixedAttribute Wrong);
    #[allow(dead_code)]
    #[automatically_derived]
    impl ::genl::codec::MixedAttribute for Wrong {
        type View<'__genl> = Wrong;
        const NAME: &'static str = "wrong";
        fn put(&self, _: &mut ::genl::AttributeWriter<'_>) {}
        fn get<'__genl>(
            _: ::genl::wire::Attribute<'__genl>,
            _: &mut ::genl::codec::Views<'__genl, Self>,
        ) -> ::genl::Decoded<()> {
            ::core::result::Result::Err(::genl::DecodeError::stub())
        }
    }
};
::genl::part!(
    MixedAttribute[< 'a >] [Part < 'a >] [] { ::genl::codec::is_set:: < attr::Attr <
    'static > > () } attr::Attr < '__genl >
);
#[cfg_attr(
    doc,
    doc = "A subset of [`Attr<'a>`](type@attr::Attr). The [table of `Attr<'a>`](type@attr::Attr#trait-implementations) shows the numbers and encodings.\n\n| attribute | type |\n| --- | --- |\n| `tz-id` | `u32` |\n| `tz-name` | `&'a str` |\n| `up` | flag |\n| `inner` | [`Vec<Self>`](type@Self) |"
)]
#[cfg_attr(doc, allow(rustdoc::private_intra_doc_links))]
#[automatically_derived]
impl<'a> ::genl::codec::MixedAttribute for Part<'a> {
    type View<'__genl> = Part<'__genl>;
    const NAME: &'static str = "part";
    const DOC: &'static str = "What a port may be told.";
    const SUPERSET: ::genl::codec::Superset = ::genl::codec::superset::<Self>();
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[
        ::genl::of!(_TZ_ID.variant:: < u32 > ()).repeated("Which one."),
        ::genl::of!(_TZ_NAME.variant:: < & 'a str > ()).repeated(""),
        ::genl::of!(_UP.unit()).unit_variant(""),
        ::genl::of!(_INNER.variant:: < Vec < Self > > ()).repeated(""),
    ];
    #[inline(always)]
    fn put(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        match self {
            Self::TzId(__it) => ::genl::of!(_TZ_ID.variant:: < u32 > ()).put(__it, __out),
            Self::TzName(__it) => {
                ::genl::of!(_TZ_NAME.variant:: < & 'a str > ()).put(__it, __out)
            }
            Self::Up => ::genl::of!(_UP.unit()).put_flag(true, __out),
            Self::Inner(__it) => {
                ::genl::of!(_INNER.variant:: < Vec < Self > > ()).put(__it, __out)
            }
            Self::Other(__it) => ::genl::codec::put_unknown_variant::<Self>(__it, __out),
        }
    }
    #[inline(always)]
    fn get<'__genl>(
        __attr: ::genl::wire::Attribute<'__genl>,
        __list: &mut ::genl::codec::Views<'__genl, Self>,
    ) -> ::genl::Decoded<()> {
        ::genl::numbers!(
            Part < 'static >, _0 = _R::_TZ_ID.at(_S), _1 = _R::_TZ_NAME.at(_S), _2 =
            _R::_UP.at(_S), _3 = _R::_INNER.at(_S)
        );
        match __attr.number() {
            _0 => {
                ::genl::of!(_TZ_ID.variant:: < u32 > ()).push(__attr, Part::TzId, __list)
            }
            _1 => {
                ::genl::of!(_TZ_NAME.variant:: < & '__genl str > ())
                    .push(__attr, Part::TzName, __list)
            }
            _2 => __attr.push_unit(Part::Up, __list),
            _3 => {
                ::genl::of!(_INNER.variant:: < _ > ()).push(__attr, Part::Inner, __list)
            }
            _ => __attr.push_unknown::<Self>(Part::Other, __list),
        }
    }
}
::genl::part!(owned MixedAttribute Id, Attr);
#[cfg_attr(
    doc,
    doc = "A subset of [`Attr`](type@Attr). The [table of `Attr`](type@Attr#trait-implementations) shows the numbers and encodings.\n\n| attribute | type |\n| --- | --- |\n| `tz-id` | `u32` |"
)]
#[cfg_attr(doc, allow(rustdoc::private_intra_doc_links))]
#[automatically_derived]
impl ::genl::codec::MixedAttribute for Id {
    type View<'a> = Id;
    const NAME: &'static str = "id";
    const SUPERSET: ::genl::codec::Superset = ::genl::codec::superset::<Self>();
    const ATTRIBUTES: &'static [::genl::description::Attribute] = &[
        ::genl::of!(_TZ_ID.variant:: < u32 > ()).repeated(""),
    ];
    #[inline(always)]
    fn put(&self, __out: &mut ::genl::AttributeWriter<'_>) {
        match self {
            Self::TzId(__it) => ::genl::of!(_TZ_ID.variant:: < u32 > ()).put(__it, __out),
        }
    }
    #[inline(always)]
    fn get<'__genl>(
        __attr: ::genl::wire::Attribute<'__genl>,
        __list: &mut ::genl::codec::Views<'__genl, Self>,
    ) -> ::genl::Decoded<()> {
        ::genl::numbers!(Id, _0 = _R::_TZ_ID.at(_S));
        match __attr.number() {
            _0 => ::genl::of!(_TZ_ID.variant:: < u32 > ()).push(__attr, Id::TzId, __list),
            _ => ::core::result::Result::Ok(()),
        }
    }
}
