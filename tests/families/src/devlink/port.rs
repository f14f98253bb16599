//! Ports: `port-get`, `port-set`.

use genl::{AttributeSet, Bitfield32};

use super::{
    Devlink, DlNestedDevlink, PortFlavour, PortFnAttrCap, PortFnOpstate, PortFnState, PortType,
};

/// The function of a port (`DEVLINK_PORT_FUNCTION_ATTR_*`, `DEVLINK_PORT_FN_ATTR_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct DlPortFunction {
    /// Its hardware address (`MAX_ADDR_LEN`).
    #[attr(1, max_len = 32, display_hint = mac)]
    pub hw_addr: Option<Vec<u8>>,
    /// The requested state.
    #[attr(2)]
    pub state: Option<PortFnState>,
    /// Whether a driver uses it.
    #[attr(3)]
    pub opstate: Option<PortFnOpstate>,
    /// The capabilities. The selector has those that the device can change.
    #[attr(4, bitfield32)]
    pub caps: Option<Bitfield32<PortFnAttrCap>>,
    /// The device. It is not yet in the YAML.
    #[attr(5, nest)]
    pub devlink: Option<DlNestedDevlink>,
}

/// Identifies a port.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct PortId {
    /// The bus of its device.
    pub bus_name: Option<String>,
    /// The name of its device on the bus.
    pub dev_name: Option<String>,
    /// The index of its device.
    pub index: Option<u64>,
    /// Its index.
    pub port_index: u32,
}

/// A port. For the reply, the YAML lists only the attributes of [`PortId`]. The order is that of `devlink_nl_port_fill()`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct Port {
    /// The bus of its device.
    pub bus_name: Option<String>,
    /// The name of its device on the bus.
    pub dev_name: Option<String>,
    /// The index of its device.
    pub index: Option<u64>,
    /// Its index.
    pub port_index: u32,
    /// The type.
    pub port_type: Option<PortType>,
    /// The requested type.
    pub port_desired_type: Option<PortType>,
    /// The index of its network device.
    pub port_netdev_ifindex: Option<u32>,
    /// The name of its network device.
    pub port_netdev_name: Option<String>,
    /// The name of its `InfiniBand` device.
    pub port_ibdev_name: Option<String>,
    /// The number of lanes.
    pub port_lanes: Option<u32>,
    /// Whether it can be split.
    pub port_splittable: Option<bool>,
    /// The flavour. It determines which of the other attributes are present.
    pub port_flavour: Option<PortFlavour>,
    /// The number of the controller.
    pub port_controller_number: Option<u32>,
    /// The number of the physical function.
    pub port_pci_pf_number: Option<u16>,
    /// The number of the virtual function.
    pub port_pci_vf_number: Option<u16>,
    /// The number of the subfunction.
    pub port_pci_sf_number: Option<u32>,
    /// Whether the port belongs to another host.
    pub port_external: Option<bool>,
    /// Its number on the front panel.
    pub port_number: Option<u32>,
    /// The number of the port that it was split from.
    pub port_split_group: Option<u32>,
    /// The number of this part of the split port.
    pub port_split_subport_number: Option<u32>,
    /// The function of the port.
    pub port_function: Option<DlPortFunction>,
    /// The index of the line card that it is on.
    pub linecard_index: Option<u32>,
}

/// Changes a port.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct PortSet {
    /// The bus of its device.
    pub bus_name: Option<String>,
    /// The name of its device on the bus.
    pub dev_name: Option<String>,
    /// The index of its device.
    pub index: Option<u64>,
    /// Its index.
    pub port_index: u32,
    /// The requested type.
    pub port_type: Option<PortType>,
    /// The function of the port.
    pub port_function: Option<PortFunctionSet>,
}

/// Changes the function of a port. Only these attributes are allowed (`devlink_function_nl_policy`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = DlPortFunction)]
pub struct PortFunctionSet {
    /// Its hardware address.
    pub hw_addr: Option<Vec<u8>>,
    /// The requested action.
    pub state: Option<PortFnState>,
    /// The requested capabilities.
    pub caps: Option<Bitfield32<PortFnAttrCap>>,
}
