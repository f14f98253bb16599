genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1)]
        fn fine(request: Get) -> Reply;

        #[op(2, dmup)]
        fn wrong(request: Get) -> Reply;
    }
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        const EVENTS: MulticastGroup = "events";

        #[op(1)]
        async fn refused(request: &Get<'_>) -> Option<Vec<Reply>>;

        fn unmarked(&self, name: &str) -> impl Reply;

        #[event(2, group = EVENTS)]
        fn told(event: Option<Told>) -> Reply;
    }
}
