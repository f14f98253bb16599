//! Batches that do not fit into one datagram.

use super::batches::{add, client, errno, is_usable, set, willing};
use super::{MptcpPm, Outcome};
use crate::kernel::{Answer, Kernel};
use crate::radios::{Radio, Radios};

/// The kernel's buffer has room for all answers at any size, and no datagram is longer than the kernel accepts.
pub(crate) async fn any_number_of_operations_fits() -> Outcome {
    for (room, sets, gets, least) in [
        (212_992, 10_000, 2_000, 10),
        (2_304, 100, 100, 1),
        (0, 20, 20, 1),
    ] {
        let mut kernel = Kernel::new(|request| willing(&request));
        (kernel.room, kernel.told_room) = (room, room);
        let mut client = client(kernel);
        let mut batch = client.batch();
        let set: Vec<_> = (0..sets)
            .map(|number| batch.call(&MptcpPm::SET_LIMITS, &set(number)))
            .collect();
        let got: Vec<_> = (0..gets)
            .map(|_| batch.call(&MptcpPm::GET_LIMITS, &()))
            .collect();
        let mut done = wait!(batch.send())?;
        for set in set {
            done.take(set)?;
        }
        for (number, got) in (sets..).zip(got) {
            assert_eq!(done.take(got)?.rcv_add_addrs, number);
        }
        let datagrams = &client.transport().inner.datagrams;
        let mean = (sets + gets) as usize / datagrams.len();
        assert!(mean >= least, "{mean} in a datagram");
        is_usable(&mut client).await?;
    }
    Ok(())
}

/// A kilobyte each: more than the kernel accepts in one datagram.
pub(crate) async fn large_requests_are_spread_over_datagrams() -> Outcome {
    let mut client = client(Kernel::new(|request| {
        let [a, b, c, d] = *request.attributes[4..].first_chunk().expect("an index");
        let is_odd = u32::from_le_bytes([a, b, c, d]) % 2 == 1;
        if is_odd {
            Answer::Status(libc::EBUSY, "")
        } else {
            Answer::Done
        }
    }));
    client.transport().inner.longest = 32 * 1024;
    let mut batch = client.batch();
    let tuned: Vec<_> = (0..500)
        .map(|index| {
            let bands = vec![1; 128];
            batch.call(&Radios::TUNE, &Radio { index, bands })
        })
        .collect();
    let mut done = wait!(batch.send())?;
    for (number, tuned) in tuned.into_iter().enumerate() {
        let expected = if number % 2 == 1 { libc::EBUSY } else { 0 };
        assert_eq!(errno(done.take(tuned)), Some(expected), "{number}");
    }
    is_usable(&mut client).await
}

/// A request that the socket refuses fails alone.
pub(crate) async fn a_request_that_cannot_be_sent_fails_alone() -> Outcome {
    let mut client = client(Kernel::new(|request| willing(&request)));
    client.transport().inner.longest = 40_000;
    let mut batch = client.batch();
    let huge = Radio {
        index: 1,
        bands: vec![1; 6_000],
    };
    let before = batch.call(&MptcpPm::ADD_ADDR, &add(1));
    let middle = batch.call(&Radios::TUNE, &huge);
    let behind = batch.call(&MptcpPm::GET_LIMITS, &());
    let mut done = wait!(batch.send())?;
    done.take(before)?;
    assert_eq!(errno(done.take(middle)), Some(libc::EMSGSIZE));
    assert_eq!(done.take(behind)?.rcv_add_addrs, 1);
    is_usable(&mut client).await
}
