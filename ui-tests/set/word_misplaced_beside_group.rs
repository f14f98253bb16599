use genl::AttributeSet;

#[derive(AttributeSet)]
#[attrs(pad = 3, name = "addr", flags = [admin-perm])]
struct Address {
    #[attr(1)]
    id: u8,
}

fn main() {}
