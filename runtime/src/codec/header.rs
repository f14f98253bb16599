//! Messages with a fixed header: a C struct between `genlmsghdr` and the attributes.

/// A message of a family with a fixed header: the header, and the attributes after it.
///
/// Every request, reply and event of a block with `#[family(.., header = Type)]` is one. `#[op(.., header = Type)]` does
/// the same for one operation. Both need the feature `zerocopy`, and a header with the derives of `zerocopy` 0.8.
///
#[cfg_attr(feature = "zerocopy", doc = "```")]
#[cfg_attr(not(feature = "zerocopy"), doc = "```ignore")]
/// use genl::{AttributeSet, WithHeader, genl_family};
/// use zerocopy::{FromBytes, Immutable, IntoBytes};
///
/// /// `struct ovs_header`.
/// #[derive(Clone, Copy, Debug, Default, PartialEq, FromBytes, IntoBytes, Immutable, genl::CStruct)]
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
    /// The fixed header.
    pub header: H,
    /// The attributes.
    pub attributes: S,
}

impl<H, S> WithHeader<H, S> {
    /// Creates a message from its header and attributes.
    pub const fn new(header: H, attributes: S) -> Self {
        Self { header, attributes }
    }
}

/// Creates a message without attributes.
impl<H> From<H> for WithHeader<H> {
    fn from(header: H) -> Self {
        Self::new(header, ())
    }
}
