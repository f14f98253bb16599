//! Every refusal of the in-kernel path manager in words, with the attribute that it is about: found from the offset in the
//! recorded request.

use super::client::replay;
use super::exchanges;
use super::values::rows;

const REFUSALS: &str = "
set-limits-9 | Invalid argument (os error 22): limit greater than maximum (8) (at `rcv-add-addrs`)
set-limits-65 | Invalid argument (os error 22): limit greater than maximum (8) (at `rcv-add-addrs`)
add-v6-signal-port | Device or resource busy (os error 16): too many addresses or duplicate one: -16
err-add-9th-endpoint | Numerical result out of range (os error 34): too many addresses or duplicate one: -34
err-add-dup | File exists (os error 17): too many addresses or duplicate one: -17
err-add-dup-addr-diff-id | File exists (os error 17): too many addresses or duplicate one: -17
err-add-dup-addr-noid-other-flags | File exists (os error 17): too many addresses or duplicate one: -17
err-add-dup-id-diff-addr | Device or resource busy (os error 16): too many addresses or duplicate one: -16
err-add-missing-addr-attr | Invalid argument (os error 22): missing attribute `addr`
err-add-empty-nest | Invalid argument (os error 22): missing family (at `addr`)
err-add-missing-family | Invalid argument (os error 22): missing family (at `addr`)
err-add-bad-family | Invalid argument (os error 22): unknown address family (at `addr`)
err-add-family4-with-addr6 | Invalid argument (os error 22): missing address data (at `addr`)
err-add-family6-with-addr4 | Invalid argument (os error 22): missing address data (at `addr`)
err-add-port-not-local | Cannot assign requested address (os error 99): create listen socket error: -99
err-add-port-inuse | Address already in use (os error 98): create listen socket error: -98
err-add-port-nosignal | Invalid argument (os error 22): flags must have signal and not subflow when using port (at `addr`)
err-add-signal-fullmesh | Invalid argument (os error 22): flags mustn't have both signal and fullmesh (at `addr`)
err-add-implicit | Invalid argument (os error 22): can't create IMPLICIT endpoint (at `addr`)
err-addr6-short-15 | Numerical result out of range (os error 34): binary attribute size out of range (at `addr.addr6`; accepted: binary, 16 bytes)
err-addr6-long-17 | Numerical result out of range (os error 34): binary attribute size out of range (at `addr.addr6`; accepted: binary, 16 bytes)
err-addr4-short-3 | Numerical result out of range (os error 34): Attribute failed policy validation (at `addr.addr4`)
err-family-u8-1byte | Numerical result out of range (os error 34): Attribute failed policy validation (at `addr.family`; accepted: u16, 0 to 65535)
attr-len-overrun | Invalid argument (os error 22): bytes leftover after parsing attributes, missing attribute `addr`
nla-len-3 | Invalid argument (os error 22): bytes leftover after parsing attributes, missing attribute `addr`
err-get-unknown-id | Invalid argument (os error 22): address not found (at `addr`)
err-get-no-attr | Invalid argument (os error 22): missing attribute `addr`
err-get-empty-nest | Invalid argument (os error 22): address not found (at `addr`)
get-by-address-only | Invalid argument (os error 22): address not found (at `addr`)
err-get-bad-token-inkernel | Invalid argument (os error 22): address not found (at `addr`)
err-dump-bad-token | Invalid argument (os error 22): invalid token (at `token`)
err-del-unknown-id | Invalid argument (os error 22): address not found (at `addr`)
err-del-missing-attr | Invalid argument (os error 22): missing attribute `addr`
err-get-id7-after-del | Invalid argument (os error 22): address not found (at `addr`)
err-set-flags-no-id-no-addr | Operation not supported (os error 95): missing address ID (at `addr`)
err-set-flags-unknown-id | Invalid argument (os error 22): address not found (at `addr`)
err-set-flags-fullmesh-on-signal | Invalid argument (os error 22): invalid addr flags (at `addr`)
err-set-flags-no-addr-attr | Invalid argument (os error 22): missing attribute `addr`
err-set-flags-bad-token | Invalid argument (os error 22): invalid token (at `token`)
err-announce-bad-token | Invalid argument (os error 22): invalid token (at `token`)
err-announce-missing-token | Invalid argument (os error 22): missing attribute `token`
err-remove-missing | Invalid argument (os error 22): missing attribute `loc-id`
err-remove-bad-token | Invalid argument (os error 22): invalid token (at `token`)
err-sfcreate-missing-remote | Invalid argument (os error 22): missing attribute `addr-remote`
err-sfcreate-bad-token | Invalid argument (os error 22): invalid token (at `token`)
err-sfdestroy-bad-token | Invalid argument (os error 22): invalid token (at `token`)
err-cmd-99 | Operation not supported (os error 95)
err-cmd-0 | Operation not supported (os error 95)
err-dump-on-do-only(get-limits) | Operation not supported (os error 95)
err-dump-on-add | Operation not supported (os error 95)
err-no-genlhdr | Invalid argument (os error 22)
err-unknown-family-id | No such file or directory (os error 2)
err-ctrl-unknown-family-name | No such file or directory (os error 2)
err-add-dup-NO-extack-NO-capack | File exists (os error 17)
err-add-missing-family-extack-NO-capack | Invalid argument (os error 22): missing family (at `addr`)
err-sfcreate-bad-token-extack-NO-capack | Invalid argument (os error 22): invalid token (at `token`)
err-noack-flag-still-errors | Invalid argument (os error 22): address not found (at `addr`)
";

#[test]
fn refusals_read_as_a_person_wants_them() {
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
