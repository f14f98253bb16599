//! Why something cannot be verified.

use core::fmt;

/// Why the kernel cannot confirm a part of a description (`net/netlink/policy.c`, `net/netlink/genetlink.c`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// The kernel lists no events.
    Events,
    /// The kernel has no policy for replies.
    Replies,
    /// The kernel does not know names.
    Names,
    /// A policy does not say which attributes are required.
    Presence,
    /// A policy does not say which attributes are read.
    Use,
    /// The kernel does not say how strictly an operation validates.
    Validation,
    /// The kernel omits pad attributes.
    Pads,
    /// A policy does not say whether an attribute is repeated.
    Repetition,
    /// A policy gives the width of an integer, not its byte order.
    ByteOrder,
    /// The kernel omits big-endian integers (`NLA_BE16`, `NLA_BE32`).
    HiddenBigEndian,
    /// The kernel omits attributes without a type (`NLA_UNSPEC`).
    HiddenUntyped,
    /// The kernel omits some checks of a length (`NLA_POLICY_MIN_LEN`, `NLA_POLICY_MAX_LEN`, functions).
    HiddenLength,
    /// A function of the kernel checks the value.
    Function,
    /// An operation without a policy may check its attributes in its own code.
    NoPolicy,
    /// Several operations share the policy.
    SharedPolicy,
    /// A nest without a policy is read later, or not at all.
    NoNestedPolicy,
    /// A nest of numbered elements has a policy for each number.
    ElementPolicies,
    /// The kernel validates at most ten levels of nests.
    TooDeep,
    /// Only the author's codec knows the payload.
    OwnCodec,
    /// The policy accepts every value.
    AnyValue,
    /// Policies have no least length for strings.
    TextLength,
    /// The policy accepts strings with and without a NUL.
    Terminator,
    /// The kernel reports `NLA_MSECS`, which has 8 bytes, as `uint`.
    Milliseconds,
}

impl Reason {
    const fn text(self) -> &'static str {
        match self {
            Self::Events => {
                "the kernel does not list its events: number, groups and attributes cannot be compared"
            }
            Self::Replies => {
                "the kernel has no policy for replies: command and attributes cannot be compared"
            }
            Self::Names => {
                "the kernel knows numbers, not names: swapped numbers of attributes with the same policy look right"
            }
            Self::Presence => "policies do not say which attributes are required",
            Self::Use => "policies do not say which of the accepted attributes are read",
            Self::Validation => "the kernel does not say which operations are `lax`",
            Self::Pads => "the kernel does not report pad attributes",
            Self::Repetition => "policies do not say whether an attribute is repeated",
            Self::ByteOrder => "policies give the width of an integer, not its byte order",
            Self::HiddenBigEndian => {
                "the kernel does not report big-endian integers (`NLA_BE16`, `NLA_BE32`)"
            }
            Self::HiddenUntyped => {
                "the kernel does not report attributes without a type (`NLA_UNSPEC`), which a `lax` operation accepts"
            }
            Self::HiddenLength => {
                "the kernel reports no length here; it does not report every check of a length"
            }
            Self::Function => {
                "a function of the kernel checks the value; what it accepts is not reported"
            }
            Self::NoPolicy => {
                "the operation has no policy, and may check its attributes in its own code"
            }
            Self::SharedPolicy => {
                "operations share the policy: the kernel does not report which of them read the attribute"
            }
            Self::NoNestedPolicy => {
                "the kernel reports no policy for this nest: it is read by other code, or not at all"
            }
            Self::ElementPolicies => {
                "the kernel reports a policy for each number of an element, not one for all elements"
            }
            Self::TooDeep => "the kernel validates at most ten levels of nests",
            Self::OwnCodec => "only the author's codec knows this payload",
            Self::AnyValue => "the policy accepts every value, so named values cannot be compared",
            Self::TextLength => "policies have no least length for strings",
            Self::Terminator => "the policy accepts strings with and without a NUL",
            Self::Milliseconds => {
                "the kernel also reports milliseconds (`NLA_MSECS`, 8 bytes) as `uint`"
            }
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}
