//! Fixed headers: a C struct of the family's between `genlmsghdr` and the attributes.

use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::{AttributeSet, Reading};
use crate::description;
use crate::error::{DecodeError, DecodeErrorKind, Decoded};
use crate::wire::AttributeWriter;

/// What a message of a family with a fixed header holds: the header, and the attributes behind it.
///
/// `#[family(.., header = Type)]` makes one of every request, reply and event of the block.
///
/// ```
/// use genl::{AttributeSet, WithHeader, genl_family};
/// use zerocopy::{FromBytes, Immutable, IntoBytes};
///
/// /// `struct ovs_header`.
/// #[derive(Clone, Copy, Debug, Default, PartialEq, FromBytes, IntoBytes, Immutable)]
/// #[repr(C)]
/// pub struct OvsHeader {
///     /// The index of the datapath's own port; 0 for all datapaths.
///     pub dp_ifindex: i32,
/// }
///
/// #[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
/// pub struct Datapath {
///     #[attr(1)]
///     pub name: Option<String>,
/// }
///
/// genl_family! {
///     #[family(name = "ovs_datapath", version = 2, header = OvsHeader)]
///     pub trait OvsDatapath {
///         #[op(3)]
///         fn get(request: Datapath) -> Datapath;
///         #[op(3, dump)]
///         fn list() -> Datapath;
///     }
/// }
///
/// fn show(ovs: &mut OvsDatapath) -> Result<(), genl::Error> {
///     let named = Datapath { name: Some("br0".to_owned()) };
///     let found = ovs.get(&WithHeader::new(OvsHeader::default(), named))?;
///     println!("{}: {:?}", found.header.dp_ifindex, found.attributes);
///     for datapath in ovs.list(&OvsHeader::default().into())? {
///         println!("{:?}", datapath?.attributes.name);
///     }
///     Ok(())
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WithHeader<H, S = ()> {
    /// The header.
    pub header: H,
    /// The attributes.
    pub attributes: S,
}

/// A C struct that stands in front of the attributes of every message of a family.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a fixed header",
    label = "a message with the `header` of the family",
    note = "a fixed header is a `#[repr(C)]` struct with `#[derive(FromBytes, IntoBytes, Immutable)]` of `zerocopy`"
)]
pub trait FixedHeader: FromBytes + IntoBytes + Immutable {}

#[diagnostic::do_not_recommend]
impl<H: FromBytes + IntoBytes + Immutable> FixedHeader for H {}

impl<H, S> WithHeader<H, S> {
    /// Puts a header in front of attributes.
    pub const fn new(header: H, attributes: S) -> Self {
        Self { header, attributes }
    }
}

/// A message without attributes.
impl<H> From<H> for WithHeader<H> {
    fn from(header: H) -> Self {
        Self::new(header, ())
    }
}

impl<H: FixedHeader, S: AttributeSet> AttributeSet for WithHeader<H, S> {
    type View<'a> = WithHeader<H, S::View<'a>>;

    const DESCRIPTION: description::AttributeSet = S::DESCRIPTION.with_header(size_of::<H>());

    #[inline]
    fn encode(&self, out: &mut AttributeWriter<'_>) {
        out.header(self.header.as_bytes());
        self.attributes.encode(out);
    }

    #[inline]
    fn blank<'a>(reading: &mut Reading<'a>) -> Decoded<Self::View<'a>> {
        let header = reading.header()?;
        S::blank(reading).map(|attributes| WithHeader::new(header, attributes))
    }

    #[inline]
    fn fill<'a>(message: &mut Self::View<'a>, reading: &mut Reading<'a>) -> Decoded<()> {
        S::fill(&mut message.attributes, reading)
    }
}

impl Reading<'_> {
    /// Takes a fixed header off the attributes behind it.
    fn header<H: FixedHeader>(&mut self) -> Decoded<H> {
        if self.strict {
            // It was taken off before.
            return Ok(H::new_zeroed());
        }
        let (expected, length) = (size_of::<H>(), self.attributes.as_bytes().len());
        let split = self.attributes.split_header(expected);
        let header =
            split.and_then(|(header, rest)| Some((H::read_from_bytes(header).ok()?, rest)));
        let Some((header, rest)) = header else {
            let kind = DecodeErrorKind::NoFixedHeader { length, expected };
            return Err(DecodeError::new(kind).or_offset(self.attributes.offset()));
        };
        self.attributes = rest;
        Ok(header)
    }
}
