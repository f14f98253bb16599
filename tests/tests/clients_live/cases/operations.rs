//! Operations and dumps.

use std::net::Ipv4Addr;
use std::time::{Duration, Instant};

use genl::mptcp_pm::{
    AddAddr, Address, AddressFlags, DelAddr, DumpAddrs, Endpoint, GetAddr, Limits, SetLimits,
};
use genl::nlctrl::{self, GetFamily, GetPolicy, Nlctrl};
use genl::wire::AttributeWriter;
use genl::{AttributeSet, Attributes, DecodeError, Do, ErrorKind, Family, description};
use genl_tests::ip;
use genl_tests::namespace::IPV4;

use super::{Client, Listener, MptcpPm, Outcome, Socket, all, connect};

fn by_name(name: &str) -> GetFamily {
    GetFamily {
        family_name: Some(name.to_owned()),
        ..GetFamily::default()
    }
}

pub(crate) async fn limits_are_set_and_read() -> Outcome {
    let mut pm = connect().await?;
    wait!(pm.set_limits(&SetLimits {
        rcv_add_addrs: Some(3),
        subflows: Some(5),
    }))?;
    let expected = Limits {
        rcv_add_addrs: 3,
        subflows: 5,
    };
    assert_eq!(wait!(pm.get_limits())?, expected);
    let seen = ip::limits()?;
    assert_eq!((seen.add_addr_accepted, seen.subflows), (3, 5));
    Ok(())
}

pub(crate) async fn endpoints_come_and_go() -> Outcome {
    let mut pm = connect().await?;
    for id in 1..=8 {
        let addr = Address::from(Ipv4Addr::new(10, 9, 9, id)).id(id);
        let addr = addr.flags(AddressFlags::SUBFLOW);
        wait!(pm.add_addr(&AddAddr { addr }))?;
    }
    let request = DumpAddrs::default();
    let replies = all(wait!(pm.dump_addrs(&request))?).await;
    let ids = replies
        .into_iter()
        .map(|reply| reply.map(|reply| reply.addr.id));
    let ids: Vec<_> = ids.collect::<Result<_, _>>()?;
    assert!(ids.into_iter().eq((1..=8).map(Some)));
    let replies = wait!(wait!(pm.dump_addrs(&request))?.consistent(3))?;
    assert_eq!(replies.len(), 8);

    let one = wait!(pm.get_addr(&GetAddr::by_id(4)))?;
    assert_eq!(one.addr.addr4, Some([10, 9, 9, 4].into()));
    wait!(pm.del_addr(&DelAddr::by_id(4)))?;
    let error = wait!(pm.get_addr(&GetAddr::by_id(4))).expect_err("removed");
    assert_eq!(error.errno(), Some(libc::EINVAL));
    wait!(pm.flush_addrs())?;
    assert!(ip::endpoints()?.is_empty());
    Ok(())
}

pub(crate) async fn refusals_name_the_attribute() -> Outcome {
    let mut pm = connect().await?;
    let addr = Address::default().flags(AddressFlags::SIGNAL);
    let error = wait!(pm.add_addr(&AddAddr { addr })).expect_err("no family");
    let text = error.to_string();
    assert!(
        text.starts_with("mptcp_pm add-addr: Invalid argument (EINVAL): "),
        "{text}"
    );
    assert!(text.ends_with("(at `addr`)"), "{text}");
    let error = wait!(pm.set_limits(&SetLimits {
        rcv_add_addrs: Some(65),
        subflows: Some(1),
    }))
    .expect_err("too many");
    assert!(
        error.to_string().ends_with("(at `rcv-add-addrs`)"),
        "{error}"
    );
    assert!(wait!(pm.get_limits()).is_ok());
    Ok(())
}

pub(crate) async fn unknown_families_and_groups_are_errors() -> Outcome {
    let mut client = Client::<Socket>::open()?;
    let family = Family::new("no_such_family", 1);
    let error = wait!(client.resolve(family)).expect_err("there is none");
    assert!(matches!(error.kind(), ErrorKind::FamilyNotFound), "{error}");
    let error = wait!(Client::<Socket>::connect(family)).expect_err("there is none");
    assert!(error.is_not_found(), "{error}");
    let unknown = [MptcpPm::FAMILY.group("no_such_group")];
    let listening = Listener::<genl::mptcp_pm::MptcpPmEvent, Socket>::connect(&unknown);
    let error = wait!(listening).expect_err("there is none");
    assert!(error.is_not_found(), "{error}");
    Ok(())
}

pub(crate) async fn families_share_a_socket() -> Outcome {
    let mut client = Client::<Socket>::open()?;
    for _ in 0..2 {
        let limits = wait!(MptcpPm::new(&mut client).get_limits())?;
        assert!(limits.subflows > 0);
        let mut nlctrl = Nlctrl::new(&mut client);
        let itself = wait!(nlctrl.get_family(&by_name("nlctrl")))?;
        assert_eq!(itself.family_id, nlctrl::ID);
    }
    Ok(())
}

pub(crate) async fn another_client_knows_the_same() -> Outcome {
    /// The kernel sends no reply to it, and an acknowledgement only if that is asked for.
    const UNANSWERED: Do<(), Limits> = MptcpPm::FAMILY.op("flush-addrs", 4);
    let mut client = wait!(Client::<Socket>::connect(MptcpPm::FAMILY))?;
    client.set_receive_timeout(Some(Duration::from_millis(300)))?;
    let mut another = client.another()?;
    assert!(wait!(MptcpPm::new(&mut another).get_limits()).is_ok());
    let start = Instant::now();
    let error = wait!(another.call(&UNANSWERED, &())).expect_err("no reply");
    assert!(matches!(error.kind(), ErrorKind::Timeout), "{error}");
    // It has the timeout of the first one, and not the five seconds of a new one.
    assert!(start.elapsed() < Duration::from_secs(4));
    Ok(())
}

/// The dump has hundreds of messages in several datagrams.
pub(crate) async fn dumps_may_be_abandoned() -> Outcome {
    let mut nlctrl = Nlctrl::new(Client::<Socket>::open()?);
    let request = GetPolicy {
        family_name: Some("ethtool".to_owned()),
        ..GetPolicy::default()
    };
    let whole = wait!(wait!(nlctrl.get_policy(&request))?.consistent(1))?;
    assert!(whole.len() > 200, "{}", whole.len());
    for taken in [0, 1, 2, 99, 100, 200, whole.len(), usize::MAX] {
        for next_is_a_dump in [true, false] {
            let mut replies = wait!(nlctrl.get_policy(&request))?;
            let mut seen = 0;
            while seen < taken {
                match wait!(replies.next()).transpose()? {
                    Some(part) => assert_eq!(part, whole[seen]),
                    None => break,
                }
                seen += 1;
            }
            assert_eq!(seen, taken.min(whole.len()));
            drop(replies);
            if next_is_a_dump {
                let again = wait!(wait!(nlctrl.get_policy(&request))?.consistent(1))?;
                assert_eq!(again, whole);
            } else {
                let itself = wait!(nlctrl.get_family(&by_name("nlctrl")))?;
                assert_eq!(itself.family_id, nlctrl::ID);
            }
        }
    }
    Ok(())
}

/// An add-addr with two extra bytes after its attributes, which the kernel accepts with a warning.
struct Sloppy(Endpoint);

impl AttributeSet for Sloppy {
    type View<'a> = Endpoint;

    const DESCRIPTION: description::AttributeSet = Endpoint::DESCRIPTION;

    fn encode(&self, out: &mut AttributeWriter<'_>) {
        self.0.encode(out);
        out.put_raw(&[1, 2]);
    }

    fn decode(attributes: Attributes<'_>) -> Result<Endpoint, DecodeError> {
        Endpoint::decode(attributes)
    }
}

pub(crate) async fn warnings_are_returned() -> Outcome {
    const SLOPPY: Do<Sloppy, ()> = MptcpPm::FAMILY.op("add-addr", 1);
    let mut client = Client::<Socket>::open()?;
    let addr = Some(IPV4[1].into());
    wait!(client.call(&SLOPPY, &Sloppy(Endpoint { addr })))?;
    let warning = client.warning().expect("a warning");
    assert_eq!(
        warning.message.as_deref(),
        Some("bytes leftover after parsing attributes")
    );
    wait!(client.call(&MptcpPm::FLUSH_ADDRS, &()))?;
    assert!(client.warning().is_none(), "of the last operation alone");
    Ok(())
}
