use genl::{AttributeSet, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Packet {
    #[attr(1)]
    bytes: Vec<u8>,
}

genl_family! {
    #[family(name = "ovs_packet")]
    trait OvsPacket {
        const PACKETS: MulticastGroup = "ovs_packet";
        #[event(1, group = PACKETS, unicast)]
        fn missed(event: Packet);
    }
}

fn main() {}
