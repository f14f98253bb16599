use genl::{AttributeSet, Keyed};

type Counter = Keyed<u16, u32>;

#[derive(AttributeSet)]
struct Link {
    #[attr(1, keyed(cpu: u16))]
    counters: Vec<Counter>,
}

fn main() {}
