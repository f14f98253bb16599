//! Enumerations and flags (the `definitions` of the YAML).

use bitflags::bitflags;
use genl::Enumeration;

/// The type of a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u16)]
pub enum PortType {
    /// Nothing yet.
    Notset = 0,
    /// The type is detected by the device. This can only be requested.
    Auto = 1,
    /// Ethernet.
    Eth = 2,
    /// `InfiniBand`.
    Ib = 3,
    /// Another value.
    #[unknown]
    Other(u16),
}

/// The flavour of a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u16)]
pub enum PortFlavour {
    /// A physical port out of the machine.
    Physical = 0,
    /// The CPU.
    Cpu = 1,
    /// Another switch of the same fabric.
    Dsa = 2,
    /// A physical function of PCI, on the side of the eswitch.
    PciPf = 3,
    /// A virtual function of PCI.
    PciVf = 4,
    /// A virtual port.
    Virtual = 5,
    /// Unused.
    Unused = 6,
    /// A subfunction of PCI.
    PciSf = 7,
    /// Somewhere else.
    #[unknown]
    Other(u16),
}

/// The requested state of the function of a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum PortFnState {
    /// The function is inactive.
    Inactive = 0,
    /// The function is active.
    Active = 1,
    /// Another value.
    #[unknown]
    Other(u8),
}

/// Whether a driver uses the function of a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum PortFnOpstate {
    /// No driver has it: the port can be deleted safely.
    Detached = 0,
    /// A driver has it. After deactivating the function, wait for `Detached`.
    Attached = 1,
    /// Another value.
    #[unknown]
    Other(u8),
}

bitflags! {
    /// The capabilities of the function of a port (`port-fn-attr-cap`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct PortFnAttrCap: u32 {
        /// RDMA over Converged Ethernet.
        const ROCE = 1;
        /// The function can be migrated with its virtual machine.
        const MIGRATABLE = 1 << 1;
        /// IPsec's cryptography.
        const IPSEC_CRYPTO = 1 << 2;
        /// All of IPsec.
        const IPSEC_PACKET = 1 << 3;
    }
}

/// The kind of reload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum ReloadAction {
    /// Recreate the entities of the driver.
    DriverReinit = 1,
    /// Start new firmware.
    FwActivate = 2,
    /// Another value.
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
    /// The limits of a reload (`enum devlink_reload_limit`). The YAML has `reload-action` in its place.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct ReloadLimits: u32 {
        /// No reset: no downtime, no link flap, no lost configuration.
        const NO_RESET = 1 << 1;
    }
}

/// The action for the packets of a trap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum TrapAction {
    /// The device drops them.
    Drop = 0,
    /// The CPU gets them.
    Trap = 1,
    /// The device forwards them, and the CPU gets copies.
    Mirror = 2,
    /// Another value.
    #[unknown]
    Other(u8),
}

/// The reason of a trap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum TrapType {
    /// They were dropped.
    Drop = 0,
    /// They could not be forwarded as intended.
    Exception = 1,
    /// The control plane needs them.
    Control = 2,
    /// Another reason.
    #[unknown]
    Other(u8),
}

/// The type of a value (`enum devlink_var_attr_type`).
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
    /// True or false, in 1 byte.
    Flag = 6,
    /// Text and a NUL.
    NulString = 10,
    /// Bytes.
    Binary = 11,
    /// Integers of 8 bytes.
    U64Array = 129,
    /// Another value.
    #[unknown]
    Other(u8),
}
