#[derive(AttributeSet)]
pub struct Nothing;

#[derive(AttributeSet)]
pub struct Anything {
    #[attr(unknown)]
    rest: Vec<UnknownAttribute>,
}
