#[derive(AttributeSet)]
#[attrs(crate = "crate::reexported")]
pub struct Device<'x, T: Named, const N: usize>
where
    T: Small,
{
    #[attr(0)]
    pub name: &'x str,
    #[attr(1, unterminated)]
    pub alias: Option<&'x str>,
    #[attr(2)]
    pub any: T,
    #[attr(3, multi, nest)]
    pub parts: Vec<Part<'x, T>>,
    #[attr(5, keyed(key: u16))]
    pub keyed: Vec<Keyed<u16, T>>,
    #[attr(4)]
    pub mac: [u8; N],
}
