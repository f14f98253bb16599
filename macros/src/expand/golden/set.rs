/// One address: of an endpoint, or of a peer.
#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(pad = 11)]
pub struct Address {
    /// `AF_INET` or `AF_INET6`.
    #[attr(1)]
    pub family: Option<AddressFamily>,
    #[attr(2, big_endian, max = 5, min = limits::LEAST)]
    pub port: u16,
    #[attr(4, multi, nest)]
    pub entries: Vec<Entry>,
    #[attr(5, flag)]
    pub up: bool,
    #[attr(6, indexed(from = 1), nest)]
    pub ops: Option<Vec<Op>>,
    #[attr(7, keyed(policy_id: u16, attr_id: u16), nest)]
    pub policy: Vec<Keyed<(u16, u16), Policy>>,
    #[attr(8, indexed)]
    pub kept: Vec<Indexed<u32>>,
    #[attr(10, indexed, omit_empty)]
    pub left: Vec<u8>,
    #[attr(9, name = "10baset", exact_len = 4)]
    r#type: Vec<u8>,
    #[attr(unknown)]
    pub rest: Vec<UnknownAttribute>,
}
