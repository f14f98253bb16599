/// What is done with a packet, in this order.
#[derive(AttributeSet)]
#[attrs(pad = 9)]
pub enum Action<'a> {
    /// Sends it out of a port.
    #[attr(1, min = 1)]
    Output(u32),
    #[attr(3, nest)]
    Set(Box<Key>),
    #[attr(7, nest)]
    Sample(Vec<Action<'a>>),
    #[attr(8, indexed)]
    Ports(Vec<u16>),
    #[attr(0, flag, name = "pop")]
    PopVlan,
    #[attr(2)]
    Comment(&'a str),
    #[attr(unknown)]
    Other(UnknownAttribute),
}

#[derive(AttributeSet)]
enum Trip {
    #[attr(1)]
    Id(u32),
}

#[derive(AttributeSet)]
enum Wrong {
    #[attr(1)]
    Id,
}

/// What a port may be told.
#[derive(AttributeSet)]
#[attrs(subset_of = attr::Attr<'a>)]
enum Part<'a> {
    /// Which one.
    TzId(u32),
    TzName(&'a str),
    Up,
    Inner(Vec<Self>),
    #[attr(unknown)]
    Other(UnknownAttribute),
}

#[derive(AttributeSet)]
#[attrs(subset_of = Attr)]
enum Id {
    TzId(u32),
}
