genl_family! {
    /// Multipath TCP path manager.
    #[family(name = "mptcp_pm", version = 1)]
    pub trait MptcpPm {
        /// Connection events.
        const EVENTS: MulticastGroup = "mptcp_pm_events";

        /// Adds an endpoint.
        #[op(1, uns_admin_perm)]
        fn add_addr(request: AddAddr);

        /// Every endpoint.
        #[op(3, dump, reply = 4, lax)]
        fn dump_addrs(request: DumpAddrs) -> EndpointReply;

        #[op(6, admin_perm)]
        #[deprecated]
        fn r#move() -> Limits;

        /// A new connection exists.
        #[event(1, group = EVENTS)]
        fn created(event: ConnectionEvent);

        #[cfg(feature = "closed")]
        #[event(2, group = EVENTS, notify = r#move, name = "closed-all")]
        fn closed();

        #[event(3, group = EVENTS)]
        fn reset();
    }
}
