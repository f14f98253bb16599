use genl::AttributeSet;

#[derive(AttributeSet)]
struct Peer {
    #[attr(1)]
    port: u16,
}

type MaybePeer = Option<Peer>;
type MaybePort = Option<u16>;

#[derive(AttributeSet)]
struct Device {
    #[attr(1, nest)]
    peer: MaybePeer,
    #[attr(2, multi, nest)]
    peers: Vec<MaybePeer>,
}

#[derive(AttributeSet)]
struct Port {
    #[attr(1)]
    port: MaybePort,
}

fn main() {}
