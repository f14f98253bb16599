//! Generated items have the visibility of the author's items.
#![deny(warnings, private_interfaces, private_bounds, unreachable_pub)]

mod outer {
    mod private {
        use genl::{AttributeSet, Enumeration, genl_family};

        #[derive(Clone, Debug, PartialEq, Enumeration)]
        #[repr(u8)]
        enum Kind {
            Inet = 2,
            #[unknown]
            Other(u8),
        }

        #[derive(Clone, Debug, PartialEq, AttributeSet)]
        struct Limits {
            #[attr(1)]
            kind: Option<Kind>,
            #[attr(2)]
            pub(super) subflows: Option<u32>,
        }

        genl_family! {
            #[family(name = "pm")]
            trait Pm {
                const EVENTS: MulticastGroup = "pm_events";
                #[op(1)]
                fn get(request: Limits) -> Limits;
                #[event(1, group = EVENTS)]
                fn changed(event: Limits);
            }
        }

        pub(super) fn count() -> usize {
            let limits = Limits {
                kind: Some(Kind::Inet),
                subflows: None,
            };
            let _ = (limits.kind, limits.subflows);
            Pm::DESCRIPTION.operations.len()
        }
    }

    pub(super) mod restricted {
        use genl::{AttributeSet, genl_family};

        #[derive(Clone, Debug, PartialEq, AttributeSet)]
        pub(crate) struct Limits {
            #[attr(1)]
            pub(crate) kind: Option<u8>,
            #[attr(2)]
            pub(in crate::outer) subflows: Option<u32>,
            #[attr(3)]
            hidden: Option<u32>,
        }

        impl Limits {
            pub(crate) fn new() -> Self {
                Self {
                    kind: None,
                    subflows: None,
                    hidden: None,
                }
            }
        }

        genl_family! {
            #[family(name = "pm")]
            pub(crate) trait Pm {
                #[op(1)]
                fn get(request: Limits) -> Limits;
            }
        }

        genl_family! {
            #[family(name = "outer")]
            pub(in crate::outer) trait Outer {
                const EVENTS: MulticastGroup = "pm_events";
                #[op(1)]
                fn get(request: Limits) -> Limits;
                #[event(1, group = EVENTS)]
                fn changed(event: Limits);
            }
        }
    }

    pub(crate) fn count() -> usize {
        let _ = restricted::Limits::_SUBFLOWS.number();
        let _ = restricted::OuterEvent::Changed(restricted::Limits::new());
        restricted::Outer::DESCRIPTION.operations.len() + private::count()
    }
}

fn main() {
    assert_eq!(outer::count(), 2);
    assert_eq!(outer::restricted::Limits::_KIND.number(), 1);
    assert_eq!(outer::restricted::Pm::GET.operation().name, "get");
}
