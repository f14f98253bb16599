//! Unusual answers: replies of dumps without a sequence number, and replies to operations that need none.

use genl::transport::Step;
use genl::{Client, ExtendedAck, Scripted};
use genl_families::thermal::{Thermal, ThresholdWay};

use super::{C, cdevs, stored, threshold, zones};

/// The id of the family in the stored datagrams.
const ID: u16 = 19;

/// Creates a peer that answers both dumps with the stored datagrams and their sequence numbers.
fn peer() -> Scripted {
    let mut peer = Scripted::new();
    peer.family(Thermal::DESCRIPTION, ID).expect("a family");
    for dump in ["zones", "cdevs"] {
        let datagram = stored(C, &format!("{dump}-datagram"));
        let (reply, done) = datagram.split_at(datagram[0].into());
        let request = stored(C, &format!("{dump}-request"));
        peer.replay([
            Step::Request(&request),
            Step::Event(reply),
            Step::Answer(done),
        ]);
    }
    peer
}

#[test]
fn replies_without_a_number_belong_to_their_dump() {
    let client = Client::over(peer()).expect("a transport in memory");
    let mut thermal = Thermal::new(client);
    let read = thermal.tz_get_id().expect("a dump");
    assert_eq!(read.map(Result::unwrap).collect::<Vec<_>>(), [zones()]);
    let read = thermal.cdev_get().expect("a dump");
    assert_eq!(read.map(Result::unwrap).collect::<Vec<_>>(), [cdevs()]);
}

#[test]
fn an_empty_reply_is_not_the_acknowledgement() {
    const EEXIST: i32 = 17;
    let add = threshold(1, 65_000, ThresholdWay::UP);
    let mut peer = Scripted::new();
    peer.family(Thermal::DESCRIPTION, ID).expect("a family");
    let expected = peer.expect(&Thermal::THRESHOLD_ADD, &add);
    let reply = stored(C, "threshold-add-datagram");
    let answered = expected.expect("a request").datagram(reply).ack();
    answered.expect("an acknowledgement");
    let expected = peer.expect(&Thermal::THRESHOLD_ADD, &add);
    let expected = expected.expect("a request");
    let refused = expected.refuse(EEXIST, &ExtendedAck::default());
    refused.expect("a refusal");

    let client = Client::over(peer).expect("a transport in memory");
    let mut thermal = Thermal::new(client);
    thermal.threshold_add(&add).expect("an acknowledgement");
    let error = thermal.threshold_add(&add).expect_err("it is there");
    assert_eq!(error.raw_os_error(), Some(EEXIST));
}
