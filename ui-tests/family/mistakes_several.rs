use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Limits {
    #[attr(2)]
    subflows: u32,
}

genl_family! {
    #[family(name = "pm", version = 300)]
    pub trait Pm {
        const EVENTS: MulticastGroup = 5;
        type Stray;
        #[op(1)]
        fn fine() -> Limits;
        #[op(2, dmp)]
        fn list(request: Limits) -> Limits;
        #[op(3)]
        async fn set(&self, request: Limits);
        #[event(1, group = EVENTS)]
        fn opened(event: Limits);
        #[event(2, group = EVENT)]
        fn closed(event: Limits);
    }
}

// The items without mistakes exist, so that their users have no errors.
fn main() -> Result<(), genl::Error> {
    let mut pm = Pm::connect()?;
    let _ = pm.fine()?.subflows;
    let _ = Pm::listen(&[Pm::EVENTS])?;
    Ok(())
}
