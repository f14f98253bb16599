/// Announces `addr` to the peer of connection `token`.
#[derive(AttributeSet)]
#[attrs(subset_of = attr::Attr<'a>)]
pub struct Announce<'a> {
    /// What is announced.
    pub addr: Address<'a>,
    pub token: Option<u32>,
    pub entries: Vec<Entry>,
    pub up: bool,
    #[attr(unknown)]
    pub rest: Vec<UnknownAttribute>,
}
