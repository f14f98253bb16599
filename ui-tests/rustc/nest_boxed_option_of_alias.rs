use genl::AttributeSet;

#[derive(AttributeSet)]
struct Peer {
    #[attr(1)]
    port: u16,
}

type Maybe = Option<Peer>;

#[derive(AttributeSet)]
struct Device {
    #[attr(1, nest)]
    peer: Box<Maybe>,
}

fn main() {
    let _ = Device { peer: Box::new(None) }.to_bytes();
}
