use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(pad = 1, pda = 2)]
struct Link {
    #[attr(1)]
    id: u8,
    port: u16,
    #[attr(3, max = 70000)]
    mtu: u16,
    #[attr(4, nets)]
    entry: Entry,
    #[attr(5)]
    up: bool,
    #[attr(6)]
    fine: u32,
}

#[derive(AttributeSet)]
struct Entry {
    #[attr(1)]
    id: u8,
}

// Subsets find the attributes without mistakes, and code that uses the set has no further errors.
#[derive(AttributeSet)]
#[attrs(subset_of = Link)]
struct Fine {
    fine: u32,
}

#[derive(AttributeSet)]
struct Outer {
    #[attr(1, nest)]
    link: Link,
}

fn main() {}
