use genl::AttributeSet;

struct Key {
    port: u16,
    vlan: u16,
}

#[derive(AttributeSet)]
struct Flow {
    #[attr(1, c_struct)]
    key: Key,
    #[attr(2, array, c_struct)]
    keys: Vec<Key>,
}

fn main() {}
