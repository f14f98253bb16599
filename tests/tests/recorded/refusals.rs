//! Every refusal of the in-kernel path manager in words, with the attribute that it is about: found from the offset in the
//! recorded request.

use super::client::replay;
use super::exchanges;
use super::values::rows;

const REFUSALS: &str = "
set-limits-9 | Invalid argument (EINVAL): limit greater than maximum (8) (at `rcv-add-addrs`)
set-limits-65 | Invalid argument (EINVAL): limit greater than maximum (8) (at `rcv-add-addrs`)
add-v6-signal-port | Device or resource busy (EBUSY): too many addresses or duplicate one: -16
err-add-9th-endpoint | Numerical result out of range (ERANGE): too many addresses or duplicate one: -34
err-add-dup | File exists (EEXIST): too many addresses or duplicate one: -17
err-add-dup-addr-diff-id | File exists (EEXIST): too many addresses or duplicate one: -17
err-add-dup-addr-noid-other-flags | File exists (EEXIST): too many addresses or duplicate one: -17
err-add-dup-id-diff-addr | Device or resource busy (EBUSY): too many addresses or duplicate one: -16
err-add-missing-addr-attr | Invalid argument (EINVAL): missing attribute `addr`
err-add-empty-nest | Invalid argument (EINVAL): missing family (at `addr`)
err-add-missing-family | Invalid argument (EINVAL): missing family (at `addr`)
err-add-bad-family | Invalid argument (EINVAL): unknown address family (at `addr`)
err-add-family4-with-addr6 | Invalid argument (EINVAL): missing address data (at `addr`)
err-add-family6-with-addr4 | Invalid argument (EINVAL): missing address data (at `addr`)
err-add-port-not-local | Cannot assign requested address (EADDRNOTAVAIL): create listen socket error: -99
err-add-port-inuse | Address already in use (EADDRINUSE): create listen socket error: -98
err-add-port-nosignal | Invalid argument (EINVAL): flags must have signal and not subflow when using port (at `addr`)
err-add-signal-fullmesh | Invalid argument (EINVAL): flags mustn't have both signal and fullmesh (at `addr`)
err-add-implicit | Invalid argument (EINVAL): can't create IMPLICIT endpoint (at `addr`)
err-addr6-short-15 | Numerical result out of range (ERANGE): binary attribute size out of range (at `addr.addr6`; accepted: binary, 16 bytes)
err-addr6-long-17 | Numerical result out of range (ERANGE): binary attribute size out of range (at `addr.addr6`; accepted: binary, 16 bytes)
err-addr4-short-3 | Numerical result out of range (ERANGE): Attribute failed policy validation (at `addr.addr4`)
err-family-u8-1byte | Numerical result out of range (ERANGE): Attribute failed policy validation (at `addr.family`; accepted: u16, 0 to 65535)
attr-len-overrun | Invalid argument (EINVAL): bytes leftover after parsing attributes, missing attribute `addr`
nla-len-3 | Invalid argument (EINVAL): bytes leftover after parsing attributes, missing attribute `addr`
err-get-unknown-id | Invalid argument (EINVAL): address not found (at `addr`)
err-get-no-attr | Invalid argument (EINVAL): missing attribute `addr`
err-get-empty-nest | Invalid argument (EINVAL): address not found (at `addr`)
get-by-address-only | Invalid argument (EINVAL): address not found (at `addr`)
err-get-bad-token-inkernel | Invalid argument (EINVAL): address not found (at `addr`)
err-dump-bad-token | Invalid argument (EINVAL): invalid token (at `token`)
err-del-unknown-id | Invalid argument (EINVAL): address not found (at `addr`)
err-del-missing-attr | Invalid argument (EINVAL): missing attribute `addr`
err-get-id7-after-del | Invalid argument (EINVAL): address not found (at `addr`)
err-set-flags-no-id-no-addr | Operation not supported (EOPNOTSUPP): missing address ID (at `addr`)
err-set-flags-unknown-id | Invalid argument (EINVAL): address not found (at `addr`)
err-set-flags-fullmesh-on-signal | Invalid argument (EINVAL): invalid addr flags (at `addr`)
err-set-flags-no-addr-attr | Invalid argument (EINVAL): missing attribute `addr`
err-set-flags-bad-token | Invalid argument (EINVAL): invalid token (at `token`)
err-announce-bad-token | Invalid argument (EINVAL): invalid token (at `token`)
err-announce-missing-token | Invalid argument (EINVAL): missing attribute `token`
err-remove-missing | Invalid argument (EINVAL): missing attribute `loc-id`
err-remove-bad-token | Invalid argument (EINVAL): invalid token (at `token`)
err-sfcreate-missing-remote | Invalid argument (EINVAL): missing attribute `addr-remote`
err-sfcreate-bad-token | Invalid argument (EINVAL): invalid token (at `token`)
err-sfdestroy-bad-token | Invalid argument (EINVAL): invalid token (at `token`)
err-cmd-99 | Operation not supported (EOPNOTSUPP)
err-cmd-0 | Operation not supported (EOPNOTSUPP)
err-dump-on-do-only(get-limits) | Operation not supported (EOPNOTSUPP)
err-dump-on-add | Operation not supported (EOPNOTSUPP)
err-no-genlhdr | Invalid argument (EINVAL)
err-unknown-family-id | No such file or directory (ENOENT)
err-ctrl-unknown-family-name | No such file or directory (ENOENT)
err-add-dup-NO-extack-NO-capack | File exists (EEXIST)
err-add-missing-family-extack-NO-capack | Invalid argument (EINVAL): missing family (at `addr`)
err-sfcreate-bad-token-extack-NO-capack | Invalid argument (EINVAL): invalid token (at `token`)
err-noack-flag-still-errors | Invalid argument (EINVAL): address not found (at `addr`)
";

#[test]
fn refusals_are_readable() {
    let exchanges = exchanges("in_kernel");
    let mut texts = Vec::new();
    for exchange in &exchanges {
        if let Err(error) = replay(exchange).result {
            let text = error.to_string();
            let (_, text) = text.split_once(": ").expect("family operation: reason");
            texts.push((exchange.label.as_str(), text.to_owned()));
        }
    }
    // The reply of the controller is none of the family's.
    texts.retain(|(label, _)| *label != "ctrl-getfamily-mptcp_pm");
    assert_eq!(texts.len(), rows(REFUSALS).count());
    for ((label, text), expected) in texts.iter().zip(rows(REFUSALS)) {
        assert_eq!((*label, text.as_str()), expected);
    }
}
