//! A copy of a description, to plant faults in.

use genl::AttributeSet;
use genl::description::{self, Attribute, Event, Family, Group, Operation};

/// Attributes to plant, by the names of the fields.
#[derive(AttributeSet)]
#[allow(dead_code)] // for its description
pub(crate) struct Donor {
    #[attr(1)]
    u8: Option<u8>,
    #[attr(2)]
    u16: Option<u16>,
    #[attr(3)]
    u32: Option<u32>,
    #[attr(4)]
    u64: Option<u64>,
    #[attr(5)]
    i32: Option<i32>,
    #[attr(6, uint)]
    uint: Option<u64>,
    #[attr(7, flag)]
    flag: bool,
    #[attr(8, u8)]
    bool: Option<bool>,
    #[attr(9)]
    bytes: Option<Vec<u8>>,
    #[attr(10, min_len = 1)]
    some_bytes: Option<Vec<u8>>,
    #[attr(11)]
    eight_bytes: Option<[u8; 8]>,
    #[attr(12)]
    text: Option<String>,
    #[attr(13, unterminated)]
    unterminated: Option<String>,
    #[attr(14, max_len = 16)]
    text16: Option<String>,
    #[attr(15, min_len = 1, max_len = 15)]
    some_text15: Option<String>,
    #[attr(16, big_endian)]
    be16: Option<u16>,
    #[attr(17, big_endian)]
    be32: Option<u32>,
    #[attr(18, nest)]
    wrong_address: Option<WrongAddress>,
    #[attr(19, indexed, nest)]
    indexed: Vec<WrongAddress>,
    #[attr(20, multi)]
    numbers: Vec<u32>,
    #[attr(21, min = 2)]
    from_two: Option<u32>,
    #[attr(22, max = 8)]
    to_eight: Option<u32>,
    #[attr(23, max = 0xffff)]
    to_16_bits: Option<u32>,
    #[attr(24)]
    mode: Option<Mode>,
    #[attr(25, uint, flags)]
    two_scopes: Option<Scopes>,
    #[attr(26, array)]
    array: Vec<u32>,
    #[attr(27, unterminated, max_len = 15)]
    unterminated15: Option<String>,
    #[attr(28, max_len = 64)]
    bytes64: Option<Vec<u8>>,
}

/// An address as `mptcp_pm` has none.
#[derive(AttributeSet)]
#[allow(dead_code)] // for its description
pub(crate) struct WrongAddress {
    #[attr(1)]
    family: Option<u16>,
    #[attr(2)]
    id: Option<u8>,
    #[attr(4)]
    addr6: Option<[u8; 8]>,
    #[attr(5)]
    port: Option<u32>,
    #[attr(7, name = "if-idx")]
    if_idx: Option<u32>,
    #[attr(8)]
    beyond: Option<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, genl::Enumeration)]
#[repr(u32)]
enum Mode {
    Off = 0,
    On = 1,
    Auto = 2,
    Never = 3,
    #[unknown]
    Other(u32),
}

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, PartialEq)]
    struct Scopes: u64 {
        const QUEUE = 1;
        const DEVICE = 2;
    }
}

/// The attribute of [`Donor`] with this name.
pub(crate) fn donor(name: &str) -> Attribute {
    let mut attributes = Donor::DESCRIPTION.attributes.iter();
    let found = attributes.find(|it| it.name == name);
    *found.unwrap_or_else(|| panic!("the donor has no `{name}`"))
}

/// A description that can be changed.
pub(crate) struct Draft {
    pub(crate) family: Family,
    pub(crate) operations: Vec<Operation>,
    pub(crate) groups: Vec<Group>,
    pub(crate) events: Vec<Event>,
}

impl Draft {
    pub(crate) fn of(family: &'static Family) -> Self {
        Self {
            family: *family,
            operations: family.operations.to_vec(),
            groups: family.groups.to_vec(),
            events: family.events.to_vec(),
        }
    }

    /// The description. Few are made, and each may stay.
    pub(crate) fn done(self) -> &'static Family {
        let mut family = self.family;
        family.operations = self.operations.leak();
        family.groups = self.groups.leak();
        family.events = self.events.leak();
        Box::leak(Box::new(family))
    }

    pub(crate) fn op(&mut self, name: &str) -> &mut Operation {
        let mut operations = self.operations.iter_mut();
        let found = operations.find(|it| it.name == name);
        found.unwrap_or_else(|| panic!("no operation `{name}`"))
    }

    /// Changes the request of an operation.
    pub(crate) fn request(
        &mut self,
        operation: &str,
        change: impl FnOnce(&mut description::AttributeSet, &mut Vec<Attribute>),
    ) {
        let operation = self.op(operation);
        operation.request = changed(operation.request, change);
    }

    /// Changes an attribute in the request of an operation.
    pub(crate) fn attribute(
        &mut self,
        operation: &str,
        name: &str,
        change: impl FnOnce(&mut Attribute),
    ) {
        self.request(operation, |_, attributes| change(named(attributes, name)));
    }

    /// Gives an attribute the payload of one of [`Donor`].
    pub(crate) fn payload(&mut self, operation: &str, name: &str, of: &str) {
        let Attribute { kind, checks, .. } = donor(of);
        self.attribute(operation, name, |it| {
            (it.kind, it.checks) = (kind, checks);
        });
    }

    /// Adds an attribute of [`Donor`] to a request, under this number.
    pub(crate) fn add(&mut self, operation: &str, of: &str, number: u16) {
        let mut attribute = donor(of);
        attribute.number = number;
        self.request(operation, |_, attributes| attributes.push(attribute));
    }
}

/// A copy of a set with a change.
pub(crate) fn changed(
    set: &description::AttributeSet,
    change: impl FnOnce(&mut description::AttributeSet, &mut Vec<Attribute>),
) -> &'static description::AttributeSet {
    let mut set = *set;
    let mut attributes = set.attributes.to_vec();
    change(&mut set, &mut attributes);
    set.attributes = attributes.leak();
    Box::leak(Box::new(set))
}

pub(crate) fn named<'a>(attributes: &'a mut [Attribute], name: &str) -> &'a mut Attribute {
    let found = attributes.iter_mut().find(|it| it.name == name);
    found.unwrap_or_else(|| panic!("no attribute `{name}`"))
}
