#[derive(AttributeSet)]
pub struct Wrong<'a> {
    #[attr(1)]
    pub fine: &'a str,
    #[attr(2)]
    pub wrong: Vec<u32>,
}
