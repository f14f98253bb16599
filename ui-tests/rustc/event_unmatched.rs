use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        #[event(1, group = EVENTS)]
        fn opened();
        #[event(2, group = EVENTS)]
        fn closed();
    }
}

fn main() {
    let name = |event: &PmEvent| match event {
        PmEvent::Opened => "opened",
        PmEvent::Closed => "closed",
    };
    let _ = name(&PmEvent::Opened);
}
