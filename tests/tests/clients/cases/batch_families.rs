//! Batches whose families have to be looked up.

use genl::client::Handle;
use genl::{ErrorKind, Family};

use super::batches::{add, client, errno, is_usable, willing};
use super::{MptcpPm, Outcome};
use crate::kernel::{Answer, Kernel};
use crate::radios::{Radio, Radios};

pub(crate) async fn unknown_families_fail_alone() -> Outcome {
    const UNKNOWN: genl::Do<(), ()> = Family::new("no_such_fam", 1).op("nothing", 1);
    let mut client = client(Kernel::new(|request| willing(&request)));
    let mut batch = client.batch();
    let mut handles: Vec<Handle<()>> = Vec::new();
    for last in 0..3 {
        handles.push(batch.call(&MptcpPm::ADD_ADDR, &add(last)));
        handles.push(batch.call(&UNKNOWN, &()));
    }
    let got = batch.call(&MptcpPm::GET_LIMITS, &());
    let mut done = wait!(batch.send())?;
    for (number, handle) in handles.into_iter().enumerate() {
        match done.take(handle) {
            Ok(()) => assert_eq!(number % 2, 0),
            Err(error) => {
                assert!(matches!(error.kind(), ErrorKind::FamilyNotFound), "{error}");
                assert_eq!((error.family(), number % 2), ("no_such_fam", 1));
            }
        }
    }
    assert_eq!(done.take(got)?.rcv_add_addrs, 3);
    assert_eq!(client.transport().inner.datagrams, [4]);
    is_usable(&mut client).await
}

/// Only requests that were refused for a stale id are sent again, and only once.
pub(crate) async fn stale_ids_are_looked_up_again() -> Outcome {
    let mut client = client(Kernel::new(|request| match (request.id, request.command) {
        (30, _) => Answer::Status(libc::ENOENT, ""),
        _ => willing(&request),
    }));
    wait!(client.resolve(MptcpPm::FAMILY))?;
    client.transport().inner.families[0].1 = 31;
    let mut batch = client.batch();
    let added = [1, 2].map(|last| batch.call(&MptcpPm::ADD_ADDR, &add(last)));
    let meant = batch.call(&Radios::TUNE, &Radio::of(7));
    let got = batch.call(&MptcpPm::GET_LIMITS, &());
    let last = batch.call(&Radios::TUNE, &Radio::of(8));
    let mut done = wait!(batch.send())?;
    for added in added {
        done.take(added)?;
    }
    // Two requests to `radios` were carried out before.
    assert_eq!(done.take(got)?.rcv_add_addrs, 4);
    assert_eq!(errno(done.take(meant)), Some(libc::ENOENT));
    assert_eq!(errno(done.take(last)), Some(libc::ENOENT));
    assert_eq!(client.transport().inner.datagrams, [5, 3]);
    is_usable(&mut client).await
}

/// The family does not come back.
pub(crate) async fn families_that_are_gone_are_errors() -> Outcome {
    let mut client = client(Kernel::new(|request| willing(&request)));
    wait!(client.resolve(MptcpPm::FAMILY))?;
    client.transport().inner.families.remove(0);
    let mut batch = client.batch();
    let gone = batch.call(&MptcpPm::ADD_ADDR, &add(1));
    let there = batch.call(&Radios::TUNE, &Radio::of(7));
    let mut done = wait!(batch.send())?;
    let error = done.take(gone).expect_err("gone");
    assert!(matches!(error.kind(), ErrorKind::FamilyNotFound), "{error}");
    assert_eq!(done.take(there)?, None);
    Ok(())
}

/// If nothing was sent yet, the whole batch fails.
pub(crate) async fn a_family_that_cannot_be_looked_up_fails_the_batch() -> Outcome {
    let mut client = client(Kernel::new(|request| willing(&request)));
    client.transport().inner.longest = 10;
    let mut batch = client.batch();
    let handle = batch.call(&MptcpPm::GET_LIMITS, &());
    assert_eq!(errno(wait!(batch.send())), Some(libc::EMSGSIZE));
    drop(handle);
    client.transport().inner.longest = 1000;
    is_usable(&mut client).await
}
