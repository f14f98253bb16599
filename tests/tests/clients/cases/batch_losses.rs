//! Batches of which some answers do not arrive.

use genl::ErrorKind;

use super::batches::{add, client, errno, is_usable, set, willing};
use super::{MptcpPm, Outcome, message};
use crate::kernel::{Answer, Kernel};

/// Operations fail if their answer was lost, or if nothing is known about them.
pub(crate) async fn lost_answers_fail_alone() -> Outcome {
    // There is room for five small answers. Then the socket accepts nothing until it is empty.
    let mut kernel = Kernel::new(|request| match request.number % 4 {
        2 => Answer::Status(libc::EINVAL, ""),
        _ => Answer::Done,
    });
    kernel.room = 5 * 832;
    let mut client = client(kernel);
    let mut batch = client.batch();
    let handles: Vec<_> = (0..40)
        .map(|last| batch.call(&MptcpPm::ADD_ADDR, &add(last)))
        .collect();
    let mut done = wait!(batch.send())?;
    for (number, handle) in handles.into_iter().enumerate() {
        let expected = match number {
            // The refusal of number 18 was the last that fitted.
            19.. => libc::ENOBUFS,
            number if number % 4 == 2 => libc::EINVAL,
            _ => 0,
        };
        assert_eq!(errno(done.take(handle)), Some(expected), "{number}");
    }
    // One wait for the controller and one for the batch. After a known loss, the client no longer waits.
    assert_eq!(client.transport().waits, 2);
    is_usable(&mut client).await
}

/// The lost datagrams belong to others, but the socket accepts nothing until it is empty.
pub(crate) async fn the_socket_is_emptied_after_a_loss() -> Outcome {
    let mut client = client(Kernel::new(|request| willing(&request)));
    wait!(client.resolve(MptcpPm::FAMILY))?;
    let kernel = &mut client.transport().inner;
    (kernel.room, kernel.noise) = (4 * 832, 4);
    let mut batch = client.batch();
    let added = [1, 2].map(|last| batch.call(&MptcpPm::ADD_ADDR, &add(last)));
    let mut done = wait!(batch.send())?;
    for added in added {
        done.take(added)?;
    }
    client.transport().inner.noise = 0;
    is_usable(&mut client).await
}

/// The datagrams after the one with the lost answers are sent and answered.
pub(crate) async fn a_loss_concerns_one_datagram() -> Outcome {
    let mut kernel = Kernel::new(|request| willing(&request));
    kernel.room = 10 * 832;
    let mut client = client(kernel);
    let mut batch = client.batch();
    batch.acknowledge_all();
    let handles: Vec<_> = (0..400)
        .map(|number| batch.call(&MptcpPm::SET_LIMITS, &set(number)))
        .collect();
    let mut done = wait!(batch.send())?;
    let datagrams = client.transport().inner.datagrams.clone();
    let mut handles = handles.into_iter();
    for count in datagrams {
        let results: Vec<_> = handles
            .by_ref()
            .take(count)
            .map(|handle| errno(done.take(handle)))
            .collect();
        let answered = count.min(10);
        assert_eq!(results[..answered], vec![Some(0); answered]);
        assert_eq!(
            results[answered..],
            vec![Some(libc::ENOBUFS); count - answered]
        );
    }
    is_usable(&mut client).await
}

/// `NLMSG_OVERRUN` in place of an acknowledgement.
pub(crate) async fn an_overrun_in_a_datagram_is_a_loss() -> Outcome {
    let mut client = client(Kernel::new(|_| Answer::Nothing));
    wait!(client.resolve(MptcpPm::FAMILY))?;
    client.transport().inner.deliver(message(4, 0, 0, ""));
    let mut batch = client.batch();
    let handle = batch.call(&MptcpPm::ADD_ADDR, &add(1));
    let mut done = wait!(batch.send())?;
    assert_eq!(errno(done.take(handle)), Some(libc::ENOBUFS));
    is_usable(&mut client).await
}

/// A refusal that does not fit into the buffer is reported, and the answer after it does not make it a success.
pub(crate) async fn an_answer_that_is_cut_fails_its_operation() -> Outcome {
    let mut client = client(Kernel::new(|request| match request.number {
        2 => Answer::Status(libc::EINVAL, "0900 0100 6265617200 000000"),
        _ => willing(&request),
    }));
    wait!(client.resolve(MptcpPm::FAMILY))?;
    // An acknowledgement has 36 bytes, and this refusal has 48.
    client.set_receive_capacity(40)?;
    let mut batch = client.batch();
    let first = batch.call(&MptcpPm::ADD_ADDR, &add(1));
    let got = batch.call(&MptcpPm::GET_LIMITS, &());
    let cut = [2, 3].map(|last| batch.call(&MptcpPm::ADD_ADDR, &add(last)));
    let again = batch.call(&MptcpPm::GET_LIMITS, &());
    let last = [4, 5].map(|last| batch.call(&MptcpPm::ADD_ADDR, &add(last)));
    let mut done = wait!(batch.send())?;
    done.take(first)?;
    assert_eq!(done.take(got)?.rcv_add_addrs, 1);
    for cut in cut {
        let error = done.take(cut).expect_err("one of both was refused");
        let is_cut = matches!(
            error.kind(),
            ErrorKind::Truncated {
                length: 48,
                capacity: 40
            }
        );
        assert!(is_cut, "{error}");
    }
    assert_eq!(done.take(again)?.rcv_add_addrs, 4);
    for last in last {
        done.take(last)?;
    }
    client.set_receive_capacity(1000)?;
    is_usable(&mut client).await
}

/// A missing answer is a timeout. A late answer is not taken for the answer to the next operation.
pub(crate) async fn answers_that_never_come_are_timeouts() -> Outcome {
    let mut client = client(Kernel::new(|request| match request.number {
        1 => Answer::Nothing,
        _ => willing(&request),
    }));
    let mut batch = client.batch();
    let handles = [(); 4].map(|()| batch.call(&MptcpPm::GET_LIMITS, &()));
    let mut done = wait!(batch.send())?;
    let [first, silent, third, fourth] = handles.map(|handle| done.take(handle));
    assert_eq!(first?.rcv_add_addrs, 0);
    assert!(silent.is_err_and(|error| error.is_timeout()));
    assert_eq!((third?.rcv_add_addrs, fourth?.rcv_add_addrs), (2, 3));
    let sent = client.transport().sent.last().expect("the batch").clone();
    // Its sequence number is the second of the four.
    let sequence = u32::from_ne_bytes(*sent[20 + 8..].first_chunk().expect("a header"));
    let late = "06 01 0000  0800 0200 63000000  0800 0300 63000000";
    client
        .transport()
        .inner
        .deliver(message(28, 0, sequence, late));
    is_usable(&mut client).await
}

/// Operations that were carried out keep their results when the socket fails. The others return the error of the socket.
pub(crate) async fn results_outlive_the_socket() -> Outcome {
    let mut client = client(Kernel::new(|request| match request.number {
        30 => Answer::Nothing,
        _ => willing(&request),
    }));
    wait!(client.resolve(MptcpPm::FAMILY))?;
    client.transport().inner.broken = Some(libc::ENOTCONN);
    let mut batch = client.batch();
    let handles: Vec<_> = (0..100)
        .map(|_| batch.call(&MptcpPm::GET_LIMITS, &()))
        .collect();
    let mut done = wait!(batch.send())?;
    let results: Vec<_> = handles
        .into_iter()
        .map(|handle| errno(done.take(handle)))
        .collect();
    let answered = client.transport().inner.datagrams.iter().sum::<usize>();
    assert!((31..100).contains(&answered), "{answered}");
    for (number, result) in results.into_iter().enumerate() {
        let is_lost = number == 30 || number >= answered;
        let expected = if is_lost { libc::ENOTCONN } else { 0 };
        assert_eq!(result, Some(expected), "{number}");
    }
    Ok(())
}
