use genl::AttributeSet;

#[derive(AttributeSet)]
struct Zone {
    #[attr(1)]
    id: u32,
}

#[derive(AttributeSet)]
struct Zones {
    #[attr(1, array)]
    zones: Vec<Zone>,
}

#[derive(AttributeSet)]
struct Keyed {
    #[attr(1, keyed(id: u16))]
    zones: Vec<genl::Keyed<u16, Zone>>,
}

fn main() {}
