genl_family! {
    #[family(name = "ovs flow", version = 0, header = OvsHeader)]
    pub trait OvsFlow {
        const FLOW: MulticastGroup = "ovs_flow";
        #[op(1)]
        fn get(request: Get<'_>) -> Flow;
        #[op(1, dump)]
        fn list() -> Flow;
        #[op(4, multi, reply = 5)]
        fn several(request: Flow) -> Flow;
        #[op(2)]
        fn flush();
        #[event(1, group = FLOW, notify = get)]
        fn changed();
        #[event(3, unicast)]
        fn missed(event: Flow);
        #[event(2, group = FLOW)]
        fn flushed();
    }
}
