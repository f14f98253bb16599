/// A service, whose address is of the family beside it.
#[derive(AttributeSet)]
pub struct Service<'a> {
    #[attr(1, with = Address, sibling = af)]
    pub address: IpAddr,
    #[attr(2)]
    pub af: u16,
    #[attr(3, with = Text, sibling = encoding)]
    pub text: Option<&'a str>,
    #[attr(4)]
    pub encoding: Option<u8>,
}
