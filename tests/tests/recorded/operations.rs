//! Requests by the constants of their operations.

use genl::mptcp_pm::{
    AddAddr, Announce, Attr, DelAddr, DumpAddrs, GetAddr, MptcpPm, Remove, SetFlags, SetLimits,
    SubflowCreate, SubflowDestroy,
};
use genl::wire::MessageHeader;
use genl::{AttributeSet, Do, Dump};

use super::values::attributes;

/// Writes a request with these values and this header, which is as recorded.
pub(crate) fn typed(operation: &str, values: &str, header: MessageHeader) -> Vec<u8> {
    let set = attributes(values);
    let addr = || set.addr.clone().expect("an address");
    let out = Out { header };
    match operation {
        "add-addr" => out.request(&MptcpPm::ADD_ADDR, &AddAddr { addr: addr() }),
        "del-addr" => out.request(&MptcpPm::DEL_ADDR, &DelAddr { addr: addr() }),
        "get-addr" => {
            let (addr, token) = (addr(), set.token);
            out.request(&MptcpPm::GET_ADDR, &GetAddr { addr, token })
        }
        "dump-addrs" => out.dump(&MptcpPm::DUMP_ADDRS, &DumpAddrs { token: set.token }),
        "flush-addrs" => out.request(&MptcpPm::FLUSH_ADDRS, &()),
        "set-limits" => {
            let (rcv_add_addrs, subflows) = (set.rcv_add_addrs, set.subflows);
            out.request(
                &MptcpPm::SET_LIMITS,
                &SetLimits {
                    rcv_add_addrs,
                    subflows,
                },
            )
        }
        "get-limits" => out.request(&MptcpPm::GET_LIMITS, &()),
        "set-flags" => {
            let (addr, token, addr_remote) = (addr(), set.token, set.addr_remote.clone());
            out.request(
                &MptcpPm::SET_FLAGS,
                &SetFlags {
                    addr,
                    token,
                    addr_remote,
                },
            )
        }
        _ => of_a_connection(operation, &set, &out),
    }
}

/// The operations of the userspace path manager.
fn of_a_connection(operation: &str, set: &Attr, out: &Out) -> Vec<u8> {
    let addr = || set.addr.clone().expect("an address");
    let remote = || set.addr_remote.clone().expect("an address of the peer");
    let token = || set.token.expect("a token");
    match operation {
        "announce" => {
            let (addr, token) = (addr(), token());
            out.request(&MptcpPm::ANNOUNCE, &Announce { addr, token })
        }
        "remove" => {
            let (token, loc_id) = (token(), set.loc_id.expect("an id"));
            out.request(&MptcpPm::REMOVE, &Remove { token, loc_id })
        }
        "subflow-create" => {
            let (addr, token, addr_remote) = (addr(), token(), remote());
            out.request(
                &MptcpPm::SUBFLOW_CREATE,
                &SubflowCreate {
                    addr,
                    token,
                    addr_remote,
                },
            )
        }
        "subflow-destroy" => {
            let (addr, token, addr_remote) = (addr(), token(), remote());
            out.request(
                &MptcpPm::SUBFLOW_DESTROY,
                &SubflowDestroy {
                    addr,
                    token,
                    addr_remote,
                },
            )
        }
        other => panic!("no operation `{other}`"),
    }
}

struct Out {
    header: MessageHeader,
}

impl Out {
    fn request<Q: AttributeSet, R: AttributeSet>(
        &self,
        operation: &Do<Q, R>,
        request: &Q,
    ) -> Vec<u8> {
        let mut bytes = Vec::new();
        let written = operation.write(self.header, request, &mut bytes);
        written.map(|()| bytes).expect("nothing in it is forbidden")
    }

    fn dump<Q: AttributeSet, R: AttributeSet>(
        &self,
        operation: &Dump<Q, R>,
        request: &Q,
    ) -> Vec<u8> {
        let mut bytes = Vec::new();
        let written = operation.write(self.header, request, &mut bytes);
        written.map(|()| bytes).expect("nothing in it is forbidden")
    }
}
