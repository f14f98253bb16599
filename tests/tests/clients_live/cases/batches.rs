//! Batches.

use std::net::Ipv4Addr;

use genl::client::Handle;
use genl::mptcp_pm::{AddAddr, Address, DelAddr, GetAddr, Limits, SetLimits};
use genl::wire::AttributeWriter;
use genl::{AttributeSet, Attributes, DecodeError, Do, Error, Family, description};
use genl_tests::ip;

use super::{Client, MptcpPm, Outcome, Socket, connect};

const SET: Do<SetLimits, ()> = MptcpPm::SET_LIMITS;

/// Returns allowed limits, but every fifth request has limits that are not allowed.
fn limits(number: u32) -> SetLimits {
    SetLimits {
        rcv_add_addrs: Some(1),
        subflows: Some(if number % 5 == 4 { 9 } else { number % 9 }),
    }
}

fn errno<T>(result: Result<T, Error>) -> Option<i32> {
    result.map_or_else(|error| error.errno(), |_| Some(0))
}

/// Every fifth request was refused. The last but one was the last that changed the limits.
async fn check(count: u32) -> Outcome {
    let mut pm = connect().await?;
    for tiny in [false, true] {
        if tiny {
            pm.channel()
                .transport()
                .as_mut()
                .set_receive_buffer_size(1)?;
        }
        let mut batch = pm.channel().batch();
        let handles: Vec<_> = (0..count)
            .map(|number| batch.call(&SET, &limits(number)))
            .collect();
        let mut done = wait!(batch.send())?;
        for (number, handle) in (0..).zip(handles) {
            let expected = if number % 5 == 4 { libc::EINVAL } else { 0 };
            assert_eq!(errno(done.take(handle)), Some(expected), "{number}");
        }
        let expected = limits(count - 2).subflows;
        assert_eq!(Some(wait!(pm.get_limits())?.subflows), expected);
    }
    Ok(())
}

pub(crate) async fn refusals_do_not_stop_other_operations() -> Outcome {
    check(200).await
}

pub(crate) async fn ten_thousand_fit() -> Outcome {
    check(10_000).await
}

pub(crate) async fn two_thousand_are_answered() -> Outcome {
    let mut pm = connect().await?;
    let expected = wait!(pm.get_limits())?;
    for tiny in [false, true] {
        if tiny {
            pm.channel()
                .transport()
                .as_mut()
                .set_receive_buffer_size(1)?;
        }
        let mut batch = pm.channel().batch();
        let handles: Vec<_> = (0..2_000)
            .map(|_| batch.call(&MptcpPm::GET_LIMITS, &()))
            .collect();
        let mut done = wait!(batch.send())?;
        for handle in handles {
            assert_eq!(done.take(handle)?, expected);
        }
    }
    Ok(())
}

pub(crate) async fn operations_of_all_kinds_follow_each_other() -> Outcome {
    const UNKNOWN: Do<(), ()> = Family::new("no_such_fam", 1).op("nothing", 1);
    let mut pm = connect().await?;
    let address = |id: u8| Address::from(Ipv4Addr::new(10, 9, 9, id)).id(id);
    let mut batch = pm.channel().batch();
    let added: [Handle<()>; 3] =
        [1, 2, 1].map(|id| batch.call(&MptcpPm::ADD_ADDR, &AddAddr { addr: address(id) }));
    let unknown = batch.call(&UNKNOWN, &());
    let got = batch.call(&MptcpPm::GET_ADDR, &GetAddr::by_id(2));
    let removed = batch.call(&MptcpPm::DEL_ADDR, &DelAddr::by_id(2));
    let gone = batch.call(&MptcpPm::GET_ADDR, &GetAddr::by_id(2));
    let mut done = wait!(batch.send())?;
    let added = added.map(|handle| errno(done.take(handle)));
    // Another endpoint has the id.
    assert_eq!(added, [Some(0), Some(0), Some(libc::EBUSY)]);
    assert!(done.take(unknown).is_err_and(|error| error.is_not_found()));
    assert_eq!(done.take(got)?.addr.addr4, Some(Ipv4Addr::new(10, 9, 9, 2)));
    done.take(removed)?;
    let error = done.take(gone).expect_err("it was removed before");
    assert!(error.to_string().ends_with("(at `addr`)"), "{error}");
    assert_eq!(ip::endpoints()?.len(), 1);
    Ok(())
}

/// Limits after an unknown attribute, and with two extra bytes at the end. The kernel accepts them with a warning.
struct Padded {
    bytes: usize,
    is_sloppy: bool,
}

impl AttributeSet for Padded {
    type View<'a> = ();

    const DESCRIPTION: description::AttributeSet = Limits::DESCRIPTION;

    fn encode(&self, out: &mut AttributeWriter<'_>) {
        let attribute = u16::try_from(4 + self.bytes).expect("less than 64 KiB");
        out.put_raw(&attribute.to_ne_bytes());
        out.put_raw(&99_u16.to_ne_bytes());
        out.put_raw(&vec![0; self.bytes]);
        limits(3).encode(out);
        if self.is_sloppy {
            out.put_raw(&[1, 2]);
        }
    }

    fn decode(_: Attributes<'_>) -> Result<(), DecodeError> {
        Ok(())
    }
}

/// Two megabytes.
pub(crate) async fn large_requests_are_carried_out() -> Outcome {
    const PADDED: Do<Padded, ()> = MptcpPm::FAMILY.op("set-limits", 5);
    let mut client = Client::<Socket>::open()?;
    let mut batch = client.batch();
    let handles: Vec<_> = (0..200)
        .map(|number| {
            let bytes = if number % 40 == 0 { 60_000 } else { 9_000 };
            let is_sloppy = false;
            batch.call(&PADDED, &Padded { bytes, is_sloppy })
        })
        .collect();
    let mut done = wait!(batch.send())?;
    for handle in handles {
        done.take(handle)?;
    }
    let limits: Limits = wait!(client.call(&MptcpPm::GET_LIMITS, &()))?;
    assert_eq!(limits.subflows, 3);
    Ok(())
}

pub(crate) async fn each_operation_has_its_own_warning() -> Outcome {
    const PADDED: Do<Padded, ()> = MptcpPm::FAMILY.op("set-limits", 5);
    let mut client = Client::<Socket>::open()?;
    for acknowledge_all in [false, true] {
        let mut batch = client.batch();
        if acknowledge_all {
            batch.acknowledge_all();
        }
        let handles = [true, false, true, false].map(|is_sloppy| {
            let bytes = 0;
            batch.call(&PADDED, &Padded { bytes, is_sloppy })
        });
        let mut done = wait!(batch.send())?;
        let warned = handles
            .each_ref()
            .map(|handle| done.warning(handle).is_some());
        assert_eq!(warned, [acknowledge_all, false, acknowledge_all, false]);
        for handle in handles {
            done.take(handle)?;
        }
    }
    Ok(())
}
