//! Commands with several kinds of requests.

use genl::wire::{MessageHeader, MessageType};
use genl::{AttributeSet, Scripted, Transport, genl_family};

use super::common::hex;

/// The part of `enum ipvs_svc_attr` (`include/uapi/linux/ip_vs.h`) that identifies a service by its mark.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Service {
    #[attr(1)]
    af: u16,
    #[attr(5)]
    fwmark: u32,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct OneService {
    #[attr(1, nest)]
    service: Service,
}

genl_family! {
    #[family(name = "IPVS", version = 1)]
    trait Ipvs {
        #[op(16, admin_perm)]
        fn zero_all();
        #[op(16, admin_perm, shape_of = zero_all)]
        fn zero(request: OneService);
    }
}

const ID: u16 = 30;
const ALL: &str = "14000000 1e00 0500 05000000 00000000  10 01 0000";
const ONE: &str = "28000000 1e00 0500 05000000 00000000  10 01 0000
    1400 0180  0600 0100 0200 0000  0800 0500 01000000";

#[test]
fn each_shape_has_its_bytes() {
    let header = MessageHeader {
        kind: MessageType::Family(ID),
        flags: Ipvs::ZERO.flags(),
        sequence: 5,
        port: 0,
    };
    let mut bytes = Vec::new();
    let written = Ipvs::ZERO_ALL.write(header, &(), &mut bytes);
    assert_eq!((written, &bytes), (Ok(()), &hex(ALL)));
    bytes.clear();
    let service = Service { af: 2, fwmark: 1 };
    let written = Ipvs::ZERO.write(header, &OneService { service }, &mut bytes);
    assert_eq!((written, &bytes), (Ok(()), &hex(ONE)));
}

#[test]
fn a_request_is_shown_by_the_shape_that_has_its_attributes() {
    let shown = |request: &str| {
        let mut peer = Scripted::new();
        peer.know(Ipvs::DESCRIPTION, ID);
        let error = peer.send(&hex(request)).unwrap_err().to_string();
        error
            .split_once("sent: ")
            .map(|(_, sent)| sent.to_owned())
            .unwrap_or(error)
    };
    assert_eq!(shown(ALL), "IPVS zero-all");
    assert_eq!(shown(ONE), "IPVS zero { service { af: 2, fwmark: 1 } }");
    // If no kind has the attribute, the request is shown as the first kind.
    let odd = "1c000000 1e00 0500 05000000 00000000  10 01 0000  0800 0900 01000000";
    assert_eq!(shown(odd), "IPVS zero-all { #9: 01000000 }");
}
