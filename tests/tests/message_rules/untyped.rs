//! Operations and events of a family that is known only at run time.

use genl::description::Operation;
use genl::mptcp_pm::{
    AddAddr, Address, ClosedEvent, DelAddr, DumpAddrs, EndpointReply, Limits, MptcpPm,
};
use genl::wire::MessageType;
use genl::{
    AttributeSet, AttributeWriter, Client, Error, ErrorKind, ExtendedAck, Listener, Received,
    Scripted,
};

type Outcome = Result<(), Error>;

fn operation(name: &str) -> &'static Operation {
    let mut operations = MptcpPm::DESCRIPTION.operations.iter();
    operations
        .find(|it| it.name == name)
        .expect("it is described")
}

fn peer() -> Result<Scripted, Error> {
    let mut peer = Scripted::new();
    peer.family(MptcpPm::DESCRIPTION, 28)?;
    Ok(peer)
}

fn nothing(_: &mut AttributeWriter<'_>) {}

#[test]
fn a_reply_is_returned_as_a_message() -> Outcome {
    let limits = Limits {
        rcv_add_addrs: 1,
        subflows: 2,
    };
    let mut peer = peer()?;
    peer.expect(&MptcpPm::GET_LIMITS, &())?.reply(&limits)?;
    let mut client = Client::over(peer)?;
    let mut answers = client.ask(MptcpPm::FAMILY, operation("get-limits"), nothing)?;
    let message = answers.next().expect("a reply")?;
    assert_eq!(message.header.kind, MessageType::Family(28));
    let (generic, attributes) = message.generic().expect("a message of the family");
    assert_eq!(generic.command, 6);
    assert_eq!(Limits::decode(attributes), Ok(limits));
    assert!(answers.next().is_none());
    assert!(answers.next().is_none());
    Ok(())
}

#[test]
fn an_acknowledgement_is_not_an_answer() -> Outcome {
    let request = AddAddr {
        addr: Address::from(std::net::Ipv4Addr::new(10, 0, 0, 7)),
    };
    let mut peer = peer()?;
    peer.expect(&MptcpPm::ADD_ADDR, &request)?.ack()?;
    let mut client = Client::over(peer)?;
    let add = operation("add-addr");
    let mut answers = client.ask(MptcpPm::FAMILY, add, |out| request.encode(out))?;
    assert!(answers.next().is_none());
    assert_eq!(client.transport().outstanding(), 0);
    Ok(())
}

#[test]
fn a_dump_has_many_answers_and_ends() -> Outcome {
    let endpoint = |id| EndpointReply {
        addr: Address::with_id(id),
    };
    let mut peer = peer()?;
    let expected = peer.expect(&MptcpPm::DUMP_ADDRS, &DumpAddrs::default())?;
    expected.replies(&[endpoint(1), endpoint(2)])?;
    let mut client = Client::over(peer)?;
    let mut answers = client.ask(MptcpPm::FAMILY, operation("dump-addrs"), nothing)?;
    for id in [1, 2] {
        let message = answers.next().expect("a reply")?;
        let (_, attributes) = message.generic().expect("a message of the family");
        assert_eq!(EndpointReply::decode(attributes), Ok(endpoint(id)));
    }
    assert!(answers.next().is_none());
    Ok(())
}

#[test]
fn a_refusal_names_the_attribute_and_the_privilege() -> Outcome {
    let request = DelAddr::by_id(7);
    let mut peer = peer()?;
    // The nest starts after the headers.
    let detail = ExtendedAck {
        message: Some("address not found".to_owned()),
        offset: Some(20),
        ..ExtendedAck::default()
    };
    let refused = peer.expect(&MptcpPm::DEL_ADDR, &request)?;
    refused.refuse(libc::EINVAL, &detail)?;
    let refused = peer.expect(&MptcpPm::DEL_ADDR, &request)?;
    refused.refuse(libc::EPERM, &ExtendedAck::default())?;
    let mut client = Client::over(peer)?;
    for expected in [
        "mptcp_pm del-addr: Invalid argument (EINVAL): address not found (at `addr`)",
        "mptcp_pm del-addr: Operation not permitted (EPERM); needs `CAP_NET_ADMIN` in the user namespace that owns the network \
         namespace",
    ] {
        let del = operation("del-addr");
        let mut answers = client.ask(MptcpPm::FAMILY, del, |out| request.encode(out))?;
        let error = answers
            .next()
            .expect("an answer")
            .expect_err("it is refused");
        assert_eq!(error.to_string(), expected);
        assert!(answers.next().is_none());
    }
    Ok(())
}

#[test]
fn an_absent_reply_is_an_error() -> Outcome {
    let mut peer = peer()?;
    peer.expect(&MptcpPm::GET_LIMITS, &())?.ack()?;
    let mut client = Client::over(peer)?;
    let mut answers = client.ask(MptcpPm::FAMILY, operation("get-limits"), nothing)?;
    let error = answers.next().expect("an answer").expect_err("no reply");
    assert!(matches!(error.kind(), ErrorKind::NoReply), "{error}");
    assert!(answers.next().is_none());
    Ok(())
}

#[test]
fn events_are_messages_and_resume_when_the_family_is_back() -> Outcome {
    let client = Client::over(peer()?)?;
    let mut events = Listener::join_any(client, MptcpPm::FAMILY, &[MptcpPm::EVENTS])?;
    for (id, token) in [(28, 1), (30, 2)] {
        let closed = ClosedEvent {
            token,
            unknown: Vec::new(),
        };
        events.transport().event(&MptcpPm::CLOSED, &closed)?;
        let Received::Event(message) = events.next_message()? else {
            panic!("an event");
        };
        assert_eq!(message.header.kind, MessageType::Family(id));
        let (generic, attributes) = message.generic().expect("a message of the family");
        assert_eq!(generic.command, MptcpPm::CLOSED.command());
        assert_eq!(ClosedEvent::decode(attributes), Ok(closed));

        events.transport().unregister(MptcpPm::DESCRIPTION)?;
        let gone = events.next_message().expect_err("the family is gone");
        assert!(matches!(gone.kind(), ErrorKind::FamilyGone), "{gone}");
        // The listener joins the group again on its next call.
        events.transport().family(MptcpPm::DESCRIPTION, 30)?;
        events.set_receive_timeout(Some(std::time::Duration::from_millis(1)))?;
        let nothing = events.next_message().expect_err("no event yet");
        assert!(nothing.is_timeout(), "{nothing}");
    }
    Ok(())
}

#[test]
fn only_groups_of_the_family_are_joined() -> Outcome {
    let client = Client::over(peer()?)?;
    let group = MptcpPm::FAMILY.group("none");
    let refused = Listener::join_any(client, MptcpPm::FAMILY, &[group]);
    let error = refused.expect_err("there is none");
    assert!(
        matches!(error.kind(), ErrorKind::GroupNotFound { group: "none" }),
        "{error}"
    );
    let client = Client::over(peer()?)?;
    let foreign = genl::nlctrl::Nlctrl::NOTIFY;
    let error = Listener::join_any(client, MptcpPm::FAMILY, &[foreign]).expect_err("of another");
    assert!(
        matches!(error.kind(), ErrorKind::ForeignGroup { .. }),
        "{error}"
    );
    Ok(())
}
