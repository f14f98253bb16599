#[automatically_derived]
impl ::genl::c::CStruct for KeyNd {
    const DESCRIPTION: ::genl::description::Struct = ::genl::description::Struct::of::<
        Self,
    >(
        "key-nd",
        "An IPv6 neighbour discovery: `struct ovs_key_nd`.",
        &[
            ::genl::c::member::<
                [u8; 16],
            >(
                    "nd-target",
                    ::core::mem::offset_of!(Self, nd_target),
                    "The IP address it is about.",
                )
                .ipv6(),
            ::genl::c::member::<
                [u8; 6],
            >(
                    "nd-sll",
                    ::core::mem::offset_of!(Self, nd_sll),
                    "The Ethernet address it comes from.",
                )
                .mac(),
            ::genl::c::member::<[u8; 2]>("pad", ::core::mem::offset_of!(Self, _pad), "")
                .padding()
                .renamed("_pad"),
            ::genl::c::member::<
                Enum<Kind>,
            >("kind", ::core::mem::offset_of!(Self, r#type), "")
                .renamed("type"),
        ],
    );
}
#[automatically_derived]
impl<T> ::genl::c::CStruct for Masked<T>
where
    T: ::genl::c::Member,
{
    const DESCRIPTION: ::genl::description::Struct = ::genl::description::Struct::of::<
        Self,
    >(
        "masked-key",
        "",
        &[
            ::genl::c::member::<T>("value", ::core::mem::offset_of!(Self, value), ""),
            ::genl::c::member::<T>("mask", ::core::mem::offset_of!(Self, mask), ""),
        ],
    );
}
::core::compile_error! {
    "`Failed` does not have the layout of C: rustc may reorder its fields\nhelp: write `#[repr(C)]` above it"
}
#[automatically_derived]
impl ::genl::c::CStruct for Failed {
    const DESCRIPTION: ::genl::description::Struct = ::genl::description::Struct::of::<
        Self,
    >(
        "failed",
        "",
        &[::genl::c::member::<u32>("value", ::core::mem::offset_of!(Self, value), "")],
    );
}
