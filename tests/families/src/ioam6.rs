//! `IOAM6`: in-situ operations, administration and maintenance in IPv6 (`include/uapi/linux/ioam6_genl.h`,
//! `net/ipv6/ioam6.c`).

use genl::{AttributeSet, genl_family};

/// Attributes (`IOAM6_ATTR_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 7)]
pub struct Ioam6Attr {
    /// The id of a namespace.
    #[attr(1)]
    pub ns_id: Option<u16>,
    /// The data that the namespace adds to a trace, in 32 bits.
    #[attr(2)]
    pub ns_data: Option<u32>,
    /// The data that the namespace adds to a trace, in 64 bits.
    #[attr(3)]
    pub ns_data_wide: Option<u64>,
    /// The id of a schema, in 24 bits.
    #[attr(4)]
    pub sc_id: Option<u32>,
    /// The data that the schema adds to a trace (`IOAM6_MAX_SCHEMA_DATA_LEN`).
    #[attr(5, max_len = 1020)]
    pub sc_data: Option<Vec<u8>>,
    /// No schema.
    #[attr(6, flag)]
    pub sc_none: bool,
}

/// Adds a namespace.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ioam6Attr)]
pub struct AddNamespace {
    /// Its id.
    pub ns_id: u16,
    /// The data that it adds to a trace, in 32 bits. The default is all ones.
    pub ns_data: Option<u32>,
    /// The data that it adds to a trace, in 64 bits. The default is all ones.
    pub ns_data_wide: Option<u64>,
}

/// Removes a namespace.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ioam6Attr)]
pub struct DelNamespace {
    /// Its id.
    pub ns_id: u16,
}

/// A namespace.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ioam6Attr)]
pub struct Namespace {
    /// Its id.
    pub ns_id: u16,
    /// The data that it adds to a trace, in 32 bits. It is absent if all bits are 1.
    pub ns_data: Option<u32>,
    /// The data that it adds to a trace, in 64 bits. It is absent if all bits are 1.
    pub ns_data_wide: Option<u64>,
    /// Its schema.
    pub sc_id: Option<u32>,
}

/// A schema.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ioam6Attr)]
pub struct Schema {
    /// Its id.
    pub sc_id: u32,
    /// The data that it adds to a trace. The kernel pads it with zeros to a multiple of 4 bytes.
    pub sc_data: Vec<u8>,
    /// The namespace that uses it. It is only present in replies.
    pub ns_id: Option<u16>,
}

/// Adds a schema.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ioam6Attr)]
pub struct AddSchema {
    /// Its id.
    pub sc_id: u32,
    /// The data that it adds to a trace. The kernel pads it with zeros to a multiple of 4 bytes.
    pub sc_data: Vec<u8>,
}

/// Removes a schema.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ioam6Attr)]
pub struct DelSchema {
    /// Its id.
    pub sc_id: u32,
}

/// Sets the schema of a namespace.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ioam6Attr)]
pub struct SetSchema {
    /// The id of the namespace.
    pub ns_id: u16,
    /// The id of the schema.
    pub sc_id: Option<u32>,
    /// Removes the schema.
    pub sc_none: bool,
}

/// A trace (`IOAM6_EVENT_ATTR_*`, since Linux 6.11).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct TraceEvent {
    /// The id of the namespace.
    #[attr(1)]
    pub trace_namespace: u16,
    /// The length of the data of each node, in units of 4 bytes.
    #[attr(2)]
    pub trace_nodelen: u8,
    /// The kinds of data that each node adds, one bit each, starting with the highest of 32.
    #[attr(3)]
    pub trace_type: u32,
    /// The data of the nodes, the last node first.
    #[attr(4)]
    pub trace_data: Vec<u8>,
}

genl_family! {
    /// In-situ operations, administration and maintenance in IPv6.
    #[family(name = "IOAM6", version = 1)]
    pub trait Ioam6 {
        /// Traces.
        const EVENTS: MulticastGroup = "ioam6_events";

        /// Adds a namespace. Fails with `EEXIST` if it exists.
        #[op(1, admin_perm)]
        fn add_namespace(request: AddNamespace);

        /// Removes a namespace. Fails with `ENOENT` if it does not exist.
        #[op(2, admin_perm)]
        fn del_namespace(request: DelNamespace);

        /// Returns the namespaces.
        #[op(3, dump, admin_perm)]
        fn dump_namespaces() -> Namespace;

        /// Adds a schema. Fails with `EEXIST` if it exists.
        #[op(4, admin_perm)]
        fn add_schema(request: AddSchema);

        /// Removes a schema, also from its namespace. Fails with `ENOENT` if it does not exist.
        #[op(5, admin_perm)]
        fn del_schema(request: DelSchema);

        /// Returns the schemas.
        #[op(6, dump, admin_perm)]
        fn dump_schemas() -> Schema;

        /// Sets or removes the schema of a namespace.
        #[op(7, admin_perm)]
        fn ns_set_schema(request: SetSchema);

        /// A packet with a trace has arrived.
        #[event(1, group = EVENTS)]
        fn trace(event: TraceEvent);
    }
}
