use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Name<'a> {
    #[attr(1)]
    name: &'a str,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        #[event(1, group = EVENTS)]
        fn renamed(event: Name<'_>);
    }
}

fn main() -> Result<(), genl::Error> {
    for event in Pm::listen(&[Pm::EVENTS])? {
        println!("{:?}", event?);
    }
    Ok(())
}
