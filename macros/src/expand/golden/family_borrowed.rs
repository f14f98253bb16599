genl_family! {
    #[family(name = "net dev", version = 0, crate = "crate")]
    pub(crate) trait NetDev {
        const MGMT: MulticastGroup = "mgmt";

        #[op(1)]
        fn get(request: Name<'_>) -> Dev<'_>;

        #[event(2, group = MGMT, notify = get)]
        fn changed();
    }
}
