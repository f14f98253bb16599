//! Dumps whose objects are spread over several replies.

use std::iter::FusedIterator;

use super::Replies;
use crate::codec::{AttributeSet, OwnedSet};
use crate::error::Error;
use crate::transport::{Netlink, Transport};

/// Receives the objects of a dump in which each object is spread over several replies.
///
/// [`Replies::merge`] creates it.
#[derive(Debug)]
#[must_use = "replies are received when they are read"]
pub struct Merged<'c, R, F, T = Netlink> {
    replies: Replies<'c, R, T>,
    merge: F,
    /// The object that the next reply may belong to.
    object: Option<R>,
    error: Option<Error>,
}

impl<'c, R: AttributeSet, T: Transport> Replies<'c, R, T> {
    /// Merges the replies that belong to one object, as in the dumps of nl80211.
    ///
    /// `merge` receives the object so far and the next reply. It adds the reply to the object and returns `None`, or returns
    /// the reply, which then starts the next object. If a reply is an error, the unfinished object is returned before it.
    ///
    /// ```no_run
    /// # use genl::{AttributeSet, Error, genl_family};
    /// #[derive(Debug, AttributeSet)]
    /// pub struct Wiphy {
    ///     #[attr(1)]
    ///     pub index: u32,
    ///     #[attr(22, multi)]
    ///     pub bands: Vec<u32>,
    /// }
    /// # genl_family! {
    /// #     #[family(name = "radios")]
    /// #     pub trait Radios { #[op(1, dump)] fn list() -> Wiphy; }
    /// # }
    /// # fn show(radios: &mut Radios) -> Result<(), Error> {
    /// let wiphys = radios.list()?.merge(|wiphy, part| {
    ///     if part.index != wiphy.index {
    ///         return Some(part);
    ///     }
    ///     wiphy.bands.extend(part.bands);
    ///     None
    /// });
    /// for wiphy in wiphys {
    ///     println!("{:?}", wiphy?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn merge<F>(self, merge: F) -> Merged<'c, R, F, T>
    where
        R: OwnedSet,
        F: FnMut(&mut R, R) -> Option<R>,
    {
        Merged {
            replies: self,
            merge,
            object: None,
            error: None,
        }
    }
}

impl<R, F, T> Iterator for Merged<'_, R, F, T>
where
    R: OwnedSet,
    F: FnMut(&mut R, R) -> Option<R>,
    T: Transport,
{
    type Item = Result<R, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.error.take() {
            return Some(Err(error));
        }
        loop {
            let reply = match Replies::next(&mut self.replies) {
                Some(Ok(reply)) => reply,
                Some(Err(error)) => {
                    let object = self.object.take();
                    let Some(object) = object else {
                        return Some(Err(error));
                    };
                    self.error = Some(error);
                    return Some(Ok(object));
                }
                None => return self.object.take().map(Ok),
            };
            let next = match &mut self.object {
                Some(object) => (self.merge)(object, reply),
                None => Some(reply),
            };
            if let Some(next) = next {
                if let Some(object) = self.object.replace(next) {
                    return Some(Ok(object));
                }
            }
        }
    }
}

impl<R, F, T> FusedIterator for Merged<'_, R, F, T>
where
    R: OwnedSet,
    F: FnMut(&mut R, R) -> Option<R>,
    T: Transport,
{
}
