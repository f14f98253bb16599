//! Batches: many operations in few datagrams.

use std::sync::{Arc, Mutex};

use genl::mptcp_pm::{AddAddr, Address, Limits, SetLimits};
use genl::nlctrl::GetFamily;
use genl::{Error, ErrorKind};

use super::{Client, MptcpPm, Outcome};
use crate::hesitant::Hesitant;
use crate::kernel::{Answer, Kernel, Request};
use crate::radios::{Radio, Radios};

pub(super) type Batched = Client<Hesitant<Kernel>>;

/// The command of `get-limits`.
const GET: u8 = 6;

pub(super) fn client(kernel: Kernel) -> Batched {
    Client::over(Hesitant::over(kernel)).expect("a kernel in memory takes any timeout")
}

/// A kernel that answers a get of the limits with the number of the request, and acknowledges all else.
pub(super) fn willing(request: &Request<'_>) -> Answer {
    match request.command {
        GET => limits(request.number),
        _ => Answer::Done,
    }
}

/// Creates a reply with a number.
pub(super) fn limits(number: usize) -> Answer {
    let [a, b, ..] = number.to_le_bytes();
    Answer::Reply(format!("0800 0200 {a:02x}{b:02x}0000  0800 0300 01000000"))
}

pub(super) fn set(subflows: u32) -> SetLimits {
    SetLimits {
        rcv_add_addrs: None,
        subflows: Some(subflows),
    }
}

pub(super) fn add(last: u8) -> AddAddr {
    let addr = Address::from(std::net::Ipv4Addr::new(10, 0, 0, last));
    AddAddr { addr }
}

pub(super) fn errno<T>(result: Result<T, Error>) -> Option<i32> {
    match result {
        Ok(_) => Some(0),
        Err(error) => error.errno(),
    }
}

/// Checks that the client still works.
pub(super) async fn is_usable(client: &mut Batched) -> Outcome {
    let kernel = &mut client.transport().inner;
    kernel.serve(|request| willing(&request));
    (kernel.room, kernel.told_room) = (212_992, 212_992);
    for _ in 0..2 {
        wait!(client.call(&MptcpPm::SET_LIMITS, &set(1)))?;
        let limits: Limits = wait!(client.call(&MptcpPm::GET_LIMITS, &()))?;
        assert_eq!(limits.subflows, 1);
    }
    Ok(())
}

pub(crate) async fn each_operation_has_its_own_result() -> Outcome {
    let detail = "0900 0100 6265617200 000000  0800 0200 18000000";
    let mut client = client(Kernel::new(move |request| match request.number {
        1 => Answer::Status(libc::EEXIST, detail),
        3 => Answer::Reply("0800 0100 07000000".to_owned()),
        5 => Answer::Status(libc::EBUSY, ""),
        _ => willing(&request),
    }));
    let mut batch = client.batch();
    let first = batch.call(&MptcpPm::ADD_ADDR, &add(1));
    let refused = batch.call(&MptcpPm::ADD_ADDR, &add(2));
    let got = batch.call(&MptcpPm::GET_LIMITS, &());
    let tuned = [7, 8, 9].map(|index| batch.call(&Radios::TUNE, &Radio::of(index)));
    let flushed = batch.call(&MptcpPm::FLUSH_ADDRS, &());
    assert_eq!(batch.len(), 7);
    let mut done = wait!(batch.send())?;
    done.take(first)?;
    let error = done.take(refused).expect_err("it exists");
    assert_eq!(
        error.to_string(),
        "mptcp_pm add-addr: File exists (EEXIST): bear (at `addr.family`)"
    );
    assert_eq!(done.take(got)?.rcv_add_addrs, 2);
    let [present, absent, busy] = tuned;
    assert_eq!(done.take(present)?, Some(Radio::of(7)));
    assert_eq!(done.take(absent)?, None);
    assert!(done.take(busy).is_err_and(|error| error.is_busy()));
    done.take(flushed)?;
    assert_eq!(client.transport().inner.datagrams, [7]);
    is_usable(&mut client).await
}

pub(crate) async fn answers_may_share_a_datagram() -> Outcome {
    let mut kernel = Kernel::new(|request| willing(&request));
    kernel.joins = true;
    let mut client = client(kernel);
    let mut batch = client.batch();
    let added = batch.call(&MptcpPm::ADD_ADDR, &add(1));
    let got = [(); 3].map(|()| batch.call(&MptcpPm::GET_LIMITS, &()));
    let last = batch.call(&MptcpPm::ADD_ADDR, &add(2));
    let mut done = wait!(batch.send())?;
    done.take(added)?;
    for (handle, number) in got.into_iter().zip(1..) {
        assert_eq!(done.take(handle)?.rcv_add_addrs, number);
    }
    done.take(last)?;
    Ok(())
}

/// The client asks for the acknowledgement of the last request, and of those with `-> Option<Reply>`.
pub(crate) async fn only_the_last_one_is_acknowledged() -> Outcome {
    for acknowledge_all in [false, true] {
        let flags = Arc::new(Mutex::new(Vec::new()));
        let seen = flags.clone();
        let mut client = client(Kernel::new(move |request| {
            seen.lock().expect("no panic").push(request.flags);
            willing(&request)
        }));
        let mut batch = client.batch();
        if acknowledge_all {
            batch.acknowledge_all();
        }
        let added = [1, 2].map(|last| batch.call(&MptcpPm::ADD_ADDR, &add(last)));
        let tuned = batch.call(&Radios::TUNE, &Radio::of(7));
        let got = batch.call(&MptcpPm::GET_LIMITS, &());
        let last = batch.call(&MptcpPm::ADD_ADDR, &add(3));
        let mut done = wait!(batch.send())?;
        for added in added {
            done.take(added)?;
        }
        done.take(tuned)?;
        done.take(got)?;
        done.take(last)?;
        let [request, acknowledged] = [1, 5];
        let expected = if acknowledge_all {
            [
                acknowledged,
                acknowledged,
                acknowledged,
                request,
                acknowledged,
            ]
        } else {
            [request, request, acknowledged, request, acknowledged]
        };
        assert_eq!(*flags.lock().expect("no panic"), expected);
    }
    Ok(())
}

pub(crate) async fn each_operation_has_its_own_warning() -> Outcome {
    let mut client = client(Kernel::new(|request| match request.number {
        1 => Answer::Status(0, "0900 0100 6265617200 000000"),
        2 => Answer::Status(-7, ""),
        _ => willing(&request),
    }));
    let mut batch = client.batch();
    batch.acknowledge_all();
    let handles = [1, 2, 3, 4].map(|last| batch.call(&MptcpPm::ADD_ADDR, &add(last)));
    let mut done = wait!(batch.send())?;
    let said = handles.each_ref().map(|handle| {
        let warning = done.warning(handle);
        warning.and_then(|warning| warning.message.clone())
    });
    assert_eq!(said, [None, Some("bear".to_owned()), None, None]);
    let numbers = handles.each_ref().map(|handle| done.ack_number(handle));
    assert_eq!(numbers, [0, 0, 7, 0]);
    for handle in handles {
        done.take(handle)?;
    }
    Ok(())
}

pub(crate) async fn requests_that_cannot_be_encoded_fail_alone() -> Outcome {
    const UNKNOWN: genl::Do<GetFamily, ()> = genl::Family::new("no_such_fam", 1).op("nothing", 1);
    let mut client = client(Kernel::new(|request| willing(&request)));
    let mut batch = client.batch();
    let before = batch.call(&MptcpPm::ADD_ADDR, &add(1));
    let request = GetFamily {
        family_name: Some("sixteen_letters_".to_owned()),
        ..GetFamily::default()
    };
    let broken = batch.call(&UNKNOWN, &request);
    let behind = batch.call(&MptcpPm::GET_LIMITS, &());
    let mut done = wait!(batch.send())?;
    done.take(before)?;
    let error = done.take(broken).expect_err("too long");
    assert!(matches!(error.kind(), ErrorKind::Encode(_)), "{error}");
    assert_eq!(done.take(behind)?.rcv_add_addrs, 1);
    assert_eq!(client.transport().inner.datagrams, [2]);
    // The other lookup was for the path manager. No valid request needs the family of the broken one.
    assert_eq!(client.transport().sent.len(), 2);
    is_usable(&mut client).await
}

pub(crate) async fn the_first_answer_counts() -> Outcome {
    let reply = |index: u8| format!("0800 0100 {index:02x}000000");
    let mut client = client(Kernel::new(move |request| match request.number {
        0 => Answer::Replies(vec![reply(7), reply(8)], 0),
        1 => Answer::Replies(vec![reply(9)], libc::EBUSY),
        2 => Answer::Replies(
            vec!["0800 0200 01000000 0800 0300 02000000".to_owned()],
            libc::EBUSY,
        ),
        _ => willing(&request),
    }));
    let mut batch = client.batch();
    let tuned = batch.call(&Radios::TUNE, &Radio::of(7));
    let refused = batch.call(&Radios::TUNE, &Radio::of(7));
    let got = batch.call(&MptcpPm::GET_LIMITS, &());
    let last = batch.call(&MptcpPm::ADD_ADDR, &add(1));
    let mut done = wait!(batch.send())?;
    assert_eq!(done.take(tuned)?, Some(Radio::of(7)));
    // The acknowledgement that it asks for is a refusal.
    assert_eq!(errno(done.take(refused)), Some(libc::EBUSY));
    assert_eq!(done.take(got)?.subflows, 2);
    done.take(last)?;
    is_usable(&mut client).await
}

pub(crate) async fn an_empty_batch_sends_nothing() -> Outcome {
    let mut client = client(Kernel::new(|request| willing(&request)));
    let batch = client.batch();
    assert!(batch.is_empty());
    wait!(batch.send())?;
    assert_eq!(client.transport().sent.len(), 0);
    is_usable(&mut client).await
}

pub(crate) async fn handles_belong_to_their_batch() -> Outcome {
    let mut client = client(Kernel::new(|request| willing(&request)));
    let foreign = client.batch().call(&MptcpPm::GET_LIMITS, &());
    let mut batch = client.batch();
    let own = batch.call(&MptcpPm::GET_LIMITS, &());
    let mut done = wait!(batch.send())?;
    assert!(done.warning(&foreign).is_none());
    let error = done.take(foreign).expect_err("of another batch");
    assert!(matches!(error.kind(), ErrorKind::NotInBatch), "{error}");
    assert_eq!((error.family(), error.operation()), ("genl", "take"));
    assert_eq!(done.take(own)?.rcv_add_addrs, 0);
    Ok(())
}
