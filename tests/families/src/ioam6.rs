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
    /// What the namespace adds to a trace, in 32 bits.
    #[attr(2)]
    pub ns_data: Option<u32>,
    /// What the namespace adds to a trace, in 64 bits.
    #[attr(3)]
    pub ns_data_wide: Option<u64>,
    /// The id of a schema, in 24 bits.
    #[attr(4)]
    pub sc_id: Option<u32>,
    /// What the schema adds to a trace (`IOAM6_MAX_SCHEMA_DATA_LEN`).
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
    /// What it adds to a trace, in 32 bits; if not told, all ones.
    pub ns_data: Option<u32>,
    /// What it adds to a trace, in 64 bits; if not told, all ones.
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
    /// What it adds to a trace, in 32 bits; absent if all ones.
    pub ns_data: Option<u32>,
    /// What it adds to a trace, in 64 bits; absent if all ones.
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
    /// What it adds to a trace. The kernel fills it up with zeros to a multiple of 4 bytes.
    pub sc_data: Vec<u8>,
    /// The namespace that has it; in replies alone.
    pub ns_id: Option<u16>,
}

/// Adds a schema.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ioam6Attr)]
pub struct AddSchema {
    /// Its id.
    pub sc_id: u32,
    /// What it adds to a trace. The kernel fills it up with zeros to a multiple of 4 bytes.
    pub sc_data: Vec<u8>,
}

/// Removes a schema.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ioam6Attr)]
pub struct DelSchema {
    /// Its id.
    pub sc_id: u32,
}

/// Gives a namespace a schema.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ioam6Attr)]
pub struct SetSchema {
    /// The id of the namespace.
    pub ns_id: u16,
    /// The id of the schema.
    pub sc_id: Option<u32>,
    /// None, in place of a schema.
    pub sc_none: bool,
}

/// A trace (`IOAM6_EVENT_ATTR_*`, since Linux 6.11).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct TraceEvent {
    /// The id of the namespace.
    #[attr(1)]
    pub trace_namespace: u16,
    /// How much each node adds, in units of 4 bytes.
    #[attr(2)]
    pub trace_nodelen: u8,
    /// What each node adds: one bit for each kind of data, the first one the highest of 32.
    #[attr(3)]
    pub trace_type: u32,
    /// What the nodes added, the last one first.
    #[attr(4)]
    pub trace_data: Vec<u8>,
}

genl_family! {
    /// In-situ operations, administration and maintenance in IPv6.
    #[family(name = "IOAM6", version = 1)]
    pub trait Ioam6 {
        /// Traces.
        const EVENTS: MulticastGroup = "ioam6_events";

        /// Adds a namespace. `EEXIST`: it is there.
        #[op(1, admin_perm)]
        fn add_namespace(request: AddNamespace);

        /// Removes a namespace. `ENOENT`: there is none.
        #[op(2, admin_perm)]
        fn del_namespace(request: DelNamespace);

        /// The namespaces.
        #[op(3, dump, admin_perm)]
        fn dump_namespaces() -> Namespace;

        /// Adds a schema. `EEXIST`: it is there.
        #[op(4, admin_perm)]
        fn add_schema(request: AddSchema);

        /// Removes a schema, from its namespace too. `ENOENT`: there is none.
        #[op(5, admin_perm)]
        fn del_schema(request: DelSchema);

        /// The schemas.
        #[op(6, dump, admin_perm)]
        fn dump_schemas() -> Schema;

        /// Gives a namespace a schema, or takes it away.
        #[op(7, admin_perm)]
        fn ns_set_schema(request: SetSchema);

        /// A packet with a trace has arrived.
        #[event(1, group = EVENTS)]
        fn trace(event: TraceEvent);
    }
}
