//! Families with rare features: a fixed header, a do with several replies, an event without a group, version 0, a name with a
//! space.

#![no_implicit_prelude]
#![deny(warnings)]

use ::core::assert;
use ::core::assert_eq;
use ::core::clone::Clone;
use ::core::cmp::PartialEq;
use ::core::fmt::Debug;
use ::core::iter::Iterator;
use ::genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, ::zerocopy::FromBytes, ::zerocopy::IntoBytes, ::zerocopy::Immutable, ::genl::CStruct)]
#[repr(C)]
pub struct Slot {
    index: u32,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct Device<'a> {
    #[attr(0)]
    name: &'a str,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct Nothing;

genl_family! {
    #[family(name = "open v switch", version = 0, header = Slot)]
    pub trait OpenVSwitch {
        const CHANGES: MulticastGroup = "all changes";
        #[op(1)]
        fn get(request: Device<'_>) -> Device<'_>;
        #[op(1, dump)]
        fn list() -> Device<'_>;
        #[op(2, multi, reply = 3)]
        fn several(request: Nothing) -> Device<'_>;
        #[op(4)]
        fn flush();
        #[op(5)]
        fn touch() -> Nothing;
        #[event(1, group = CHANGES, notify = get)]
        fn changed();
        #[event(2, unicast)]
        fn missed(event: Device<'_>);
        #[event(3, unicast)]
        fn r#gone();
    }
}

fn main() {
    let family = OpenVSwitch::DESCRIPTION;
    assert_eq!((family.name, family.version), ("open v switch", 0));
    assert_eq!(OpenVSwitch::SEVERAL.operation().reply_command, 3);
    assert!(OpenVSwitch::SEVERAL.operation().multi);
    assert!(!::genl::Do::<::genl::WithHeader<Slot, Nothing>, ::genl::WithHeader<Slot, Nothing>>::IS_ACK_ONLY);
    assert!(family.operations.iter().all(|operation| operation.request.header_size() == 4));
    assert!(OpenVSwitch::GONE.multicast_group().is_none());
    let gone = OpenVSwitchEvent::Gone(::genl::WithHeader::new(Slot { index: 7 }, ()));
    assert_eq!((gone.command(), gone.name()), (3, "gone"));
}
