//! Ports.

use genl::Bitfield32;
use genl_families::devlink::{
    DlPortFunction, Port, PortFlavour, PortFnAttrCap, PortFnOpstate, PortFnState, PortFunctionSet,
    PortId, PortSet, PortType,
};

use super::{BINDINGS, C, both_ways, bus, device, is_read, nested_devlink};
use crate::support::{never_panics, stored};

const HW_ADDR: [u8; 6] = [2, 0, 0, 0, 0, 5];

pub(super) fn request() -> PortId {
    PortId {
        bus_name: Some(bus()),
        dev_name: Some(device()),
        index: None,
        port_index: 32768,
    }
}

pub(super) fn set() -> PortSet {
    PortSet {
        bus_name: Some(bus()),
        dev_name: Some(device()),
        index: None,
        port_index: 32768,
        port_type: Some(PortType::Ib),
        port_function: Some(PortFunctionSet {
            hw_addr: None,
            state: Some(PortFnState::Active),
            caps: Some(Bitfield32 {
                value: PortFnAttrCap::empty(),
                selector: PortFnAttrCap::ROCE,
            }),
        }),
    }
}

/// A port with every attribute. No real port has all of them.
fn everything() -> Port {
    Port {
        bus_name: Some(bus()),
        dev_name: Some(device()),
        index: Some(7),
        port_index: 0,
        port_type: Some(PortType::Eth),
        port_desired_type: Some(PortType::Auto),
        port_netdev_ifindex: Some(5),
        port_netdev_name: Some("eth5".to_owned()),
        port_ibdev_name: Some("mlx5_0".to_owned()),
        port_lanes: Some(4),
        port_splittable: Some(true),
        port_flavour: Some(PortFlavour::PciVf),
        port_controller_number: Some(1),
        port_pci_pf_number: Some(2),
        port_pci_vf_number: Some(3),
        port_pci_sf_number: Some(88),
        port_external: Some(false),
        port_number: Some(6),
        port_split_group: Some(8),
        port_split_subport_number: Some(9),
        port_function: Some(DlPortFunction {
            hw_addr: Some(HW_ADDR.to_vec()),
            state: Some(PortFnState::Active),
            opstate: Some(PortFnOpstate::Detached),
            caps: Some(Bitfield32 {
                value: PortFnAttrCap::MIGRATABLE,
                selector: PortFnAttrCap::ROCE
                    | PortFnAttrCap::MIGRATABLE
                    | PortFnAttrCap::IPSEC_PACKET,
            }),
            devlink: Some(nested_devlink()),
        }),
        linecard_index: Some(10),
    }
}

/// The port of a subfunction.
pub(super) fn port() -> Port {
    Port {
        bus_name: Some(bus()),
        dev_name: Some(device()),
        index: Some(7),
        port_index: 32768,
        port_type: Some(PortType::Notset),
        port_splittable: Some(false),
        port_flavour: Some(PortFlavour::PciSf),
        port_controller_number: Some(0),
        port_pci_pf_number: Some(0),
        port_pci_sf_number: Some(88),
        port_function: Some(DlPortFunction {
            hw_addr: Some(HW_ADDR.to_vec()),
            state: Some(PortFnState::Inactive),
            opstate: Some(PortFnOpstate::Attached),
            caps: Some(Bitfield32 {
                value: PortFnAttrCap::ROCE,
                selector: PortFnAttrCap::ROCE,
            }),
            devlink: None,
        }),
        ..Port::default()
    }
}

#[test]
fn ports() {
    both_ways(C, "port-request", &request());
    both_ways(C, "port-set", &set());
    both_ways(BINDINGS, "port-set", &set());
    both_ways(C, "port", &everything());
    is_read("port-kernel", &port());
}

#[test]
fn broken_bytes_never_panic() {
    for name in ["port", "port-kernel"] {
        never_panics::<Port>(&stored(C, name));
    }
    never_panics::<PortSet>(&stored(C, "port-set"));
}
