#[derive(AttributeSet)]
struct Many {
    #[attr(1)] a: u8,
    #[attr(2)] b: u8,
    #[attr(3)] c: u8,
    #[attr(4)] d: u8,
    #[attr(5)] e: u8,
    #[attr(6)] f: u8,
    #[attr(7)] g: u8,
    #[attr(8)] h: u8,
    #[attr(9)] i: u8,
    #[attr(10)] j: u8,
    #[attr(11)] k: u8,
    #[attr(12)] l: u8,
    #[attr(13)] m: u8,
}
