use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        #[event(1, group = EVENTS)]
        fn opened();
    }
}

fn main() -> Result<(), genl::Error> {
    let _ = Pm::listen(&["pm_events"])?;
    Ok(())
}
