//! Everything inside of a function.
#![deny(warnings)]

fn main() {
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
    }

    #[derive(Clone, Debug, PartialEq, AttributeSet)]
    #[attrs(subset_of = Limits)]
    struct Less {
        kind: Kind,
    }

    genl_family! {
        #[family(name = "pm")]
        trait Pm {
            const EVENTS: MulticastGroup = "pm_events";
            #[op(1)]
            fn get(request: Less) -> Limits;
            #[event(1, group = EVENTS)]
            fn changed(event: Limits);
        }
    }

    let event = PmEvent::Changed(Limits {
        kind: Some(Kind::Inet),
    });
    match event {
        PmEvent::Changed(limits) => assert_eq!(limits.kind, Some(Kind::from(2))),
        PmEvent::Unknown(_) => unreachable!(),
    }
    assert_eq!(Pm::GET.operation().name, "get");
}
