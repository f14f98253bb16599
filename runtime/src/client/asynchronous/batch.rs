//! Batches in async programs.

use core::future::poll_fn;

use super::AsyncClient;
use crate::client::deadline::Deadline;
use crate::client::{Batch, Client, Done};
use crate::conversation::{Exchange, Requests, Want};
use crate::error::Error;
use crate::transport::AsyncTransport;

impl<T: AsyncTransport> AsyncClient<T> {
    /// Starts a batch of operations. [`Batch`] has an example.
    pub fn batch(&mut self) -> Batch<'_, Self> {
        Batch {
            client: self,
            requests: Requests::new(),
        }
    }
}

impl<T: AsyncTransport> Batch<'_, AsyncClient<T>> {
    /// Sends the requests and receives their answers, in an async program.
    ///
    /// Other tasks get a turn between two datagrams, but not while one is sent.
    ///
    /// # Errors
    ///
    /// Fails if the lookup of a family fails. All other errors belong to one request, and [`Done::take`] returns them.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. Then no further request is sent. The kernel has carried out those that were
    /// sent, and their results are lost.
    pub async fn send(mut self) -> Result<Done, Error> {
        let AsyncClient { client, turn } = self.client;
        let Client {
            transport,
            conversation,
            timeout,
        } = client;
        let room = transport.receive_buffer_size();
        let mut exchange = Exchange::new(conversation, &mut self.requests, room);
        let mut deadline = Deadline::new(*timeout);
        loop {
            match exchange.next()? {
                Want::Send(datagram) => {
                    poll_fn(|context| turn.poll(context)).await;
                    let result = transport.send(datagram);
                    exchange.sent(result);
                    turn.end();
                    deadline = Deadline::new(*timeout);
                }
                Want::Receive { buffer, may_wait } => {
                    let result = poll_fn(|context| {
                        deadline.poll_receive(transport, context, buffer, may_wait)
                    });
                    let result = result.await;
                    exchange.received(result);
                }
                Want::Found(_) => break,
            }
        }
        let requests = self.requests;
        Ok(Done { requests })
    }
}
