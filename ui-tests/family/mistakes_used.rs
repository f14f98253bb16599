use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct Limits {
    #[attr(2)]
    subflows: u32,
}

genl_family! {
    #[family(name = "pm")]
    pub trait Pm {
        const EVENTS: MulticastGroup = "events";
        #[op(1)]
        fn get(request: &Limits) -> Option<Option<Limits>>;
        #[op(2, dump)]
        fn list();
        #[op(3)]
        async fn set(&self, request: Limits) {}
        fn unmarked(request: Limits) -> Limits;
        #[op(4, name = "set")]
        fn put(request: Limits) -> Result<Limits, genl::Error>;
        #[op(5, dump)]
        fn all() -> Option<Limits>;
        #[event(1, group = EVENTS)]
        fn opened(event: &Limits) -> Limits;
        #[event(2, group = EVENTS, notify = put)]
        fn closed(event: Limits);
    }
}

// Code that uses them has no further errors.
fn main() -> Result<(), genl::Error> {
    let mut pm = Pm::connect()?;
    let limits = Limits { subflows: 2 };
    let _ = pm.get(&limits)?;
    let _ = pm.list()?;
    pm.set(&limits)?;
    let _ = pm.unmarked(&limits)?.subflows;
    let _ = pm.put(&limits)?.subflows;
    for reply in pm.all()? {
        let _ = reply?.subflows;
    }
    let _ = (Pm::GET, Pm::LIST, Pm::SET, Pm::UNMARKED);
    match Pm::listen(&[Pm::EVENTS])?.next()? {
        genl::Received::Event(PmEvent::Opened(event) | PmEvent::Closed(event)) => {
            let _ = event.subflows;
        }
        _ => {}
    }
    Ok(())
}
