//! A family with every kind of operation, and its messages.

use genl::{AttributeSet, genl_family};

use crate::messages::message;

/// What every message of the family holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, AttributeSet)]
pub(crate) struct Tag {
    /// The sequence number of the request that it answers.
    #[attr(1)]
    pub(crate) request: u32,
    /// Its place among the replies.
    #[attr(2)]
    pub(crate) place: u32,
}

genl_family! {
    #[family(name = "model")]
    pub(crate) trait Model {
        const NEWS: MulticastGroup = "news";

        #[op(1)]
        fn get() -> Tag;
        #[op(2)]
        fn maybe() -> Option<Tag>;
        #[op(3)]
        fn flush();
        #[op(4, multi)]
        fn scan() -> Tag;
        #[op(5, dump)]
        fn list() -> Tag;
        /// Its parts have no sequence number.
        #[op(6, dump)]
        fn bare() -> Tag;

        /// The same command as that of a reply.
        #[event(1, group = NEWS)]
        fn told(event: Tag);
    }
}

/// The commands.
pub(crate) const GET: u8 = 1;
pub(crate) const MAYBE: u8 = 2;
pub(crate) const FLUSH: u8 = 3;
pub(crate) const LIST: u8 = 5;
pub(crate) const BARE: u8 = 6;

/// A message of the family. It has no sequence number yet.
pub(crate) fn tagged(command: u8, flags: u16, tag: Tag) -> Vec<u8> {
    let [request, place] = [tag.request, tag.place].map(|number| {
        let [a, b, c, d] = number.to_le_bytes();
        format!("{a:02x}{b:02x}{c:02x}{d:02x}")
    });
    let payload = format!("{command:02x} 01 0000  0800 0100 {request}  0800 0200 {place}");
    message(0, flags, 0, &payload)
}

/// What the controller tells of the family.
pub(crate) fn family(id: u16) -> Vec<u8> {
    let [low, high] = id.to_le_bytes();
    let group = "1c00 0700  1800 0100  0900 0100 6e65777300 000000  0800 0200 63000000";
    let name = "0a00 0200 6d6f64656c00 0000";
    let payload = format!("01 02 0000  {name}  0600 0100 {low:02x}{high:02x} 0000  {group}");
    message(16, 0, 0, &payload)
}
