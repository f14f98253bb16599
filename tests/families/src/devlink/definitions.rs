//! Enumerations and flags (the `definitions` of the YAML).

use bitflags::bitflags;
use genl::Enumeration;

/// What a port is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u16)]
pub enum PortType {
    /// Nothing yet.
    Notset = 0,
    /// What the device finds out; only to be asked for.
    Auto = 1,
    /// Ethernet.
    Eth = 2,
    /// `InfiniBand`.
    Ib = 3,
    /// Another one.
    #[unknown]
    Other(u16),
}

/// Where a port leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u16)]
pub enum PortFlavour {
    /// Out of the machine.
    Physical = 0,
    /// To the CPU.
    Cpu = 1,
    /// To another switch of the same fabric.
    Dsa = 2,
    /// To a physical function of PCI: it is the eswitch's side of it.
    PciPf = 3,
    /// To a virtual function of PCI.
    PciVf = 4,
    /// To something virtual.
    Virtual = 5,
    /// Nowhere: it is not used.
    Unused = 6,
    /// To a subfunction of PCI.
    PciSf = 7,
    /// Elsewhere.
    #[unknown]
    Other(u16),
}

/// What is asked of a port's function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum PortFnState {
    /// To stop.
    Inactive = 0,
    /// To run.
    Active = 1,
    /// Something else.
    #[unknown]
    Other(u8),
}

/// Whether a driver has a port's function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum PortFnOpstate {
    /// No: the port can be deleted safely.
    Detached = 0,
    /// Yes. Once the function is inactive, wait for `Detached`.
    Attached = 1,
    /// Another answer.
    #[unknown]
    Other(u8),
}

bitflags! {
    /// What a port's function can (`port-fn-attr-cap`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct PortFnAttrCap: u32 {
        /// RDMA over Converged Ethernet.
        const ROCE = 1;
        /// It can be migrated with its virtual machine.
        const MIGRATABLE = 1 << 1;
        /// IPsec's cryptography.
        const IPSEC_CRYPTO = 1 << 2;
        /// All of IPsec.
        const IPSEC_PACKET = 1 << 3;
    }
}

/// How to reload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum ReloadAction {
    /// Make the driver's entities anew.
    DriverReinit = 1,
    /// Start new firmware.
    FwActivate = 2,
    /// In another way.
    #[unknown]
    Other(u8),
}

bitflags! {
    /// [`ReloadAction`]s, one bit each.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct ReloadActions: u32 {
        /// `ReloadAction::DriverReinit`.
        const DRIVER_REINIT = 1 << 1;
        /// `ReloadAction::FwActivate`.
        const FW_ACTIVATE = 1 << 2;
    }
}

bitflags! {
    /// What a reload must not do (`enum devlink_reload_limit`). The YAML names `reload-action` in its place.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct ReloadLimits: u32 {
        /// Reset: no time down, no link that flaps, nothing forgotten.
        const NO_RESET = 1 << 1;
    }
}

/// What is done with the packets of a trap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum TrapAction {
    /// The device drops them.
    Drop = 0,
    /// The CPU gets them.
    Trap = 1,
    /// The device forwards them, and the CPU gets copies.
    Mirror = 2,
    /// Something else.
    #[unknown]
    Other(u8),
}

/// Why packets are trapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum TrapType {
    /// They were dropped.
    Drop = 0,
    /// They could not be forwarded as meant.
    Exception = 1,
    /// The control plane needs them.
    Control = 2,
    /// Another reason.
    #[unknown]
    Other(u8),
}

/// What the bytes of a value are (`enum devlink_var_attr_type`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum VarAttrType {
    /// An integer of 1 byte.
    U8 = 1,
    /// An integer of 2 bytes.
    U16 = 2,
    /// An integer of 4 bytes.
    U32 = 3,
    /// An integer of 8 bytes.
    U64 = 4,
    /// Text.
    String = 5,
    /// True or false; here, 1 byte.
    Flag = 6,
    /// Text and a NUL.
    NulString = 10,
    /// Bytes.
    Binary = 11,
    /// Integers of 8 bytes.
    U64Array = 129,
    /// Something else.
    #[unknown]
    Other(u8),
}
