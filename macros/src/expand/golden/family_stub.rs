genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1)]
        fn fine(request: Get) -> Reply;

        #[op(2, dmup)]
        fn wrong(request: Get) -> Reply;
    }
}
