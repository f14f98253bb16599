//! `SEG6`, compared with `ip sr`.

use std::net::Ipv6Addr;

use genl_families::known;
use genl_families::seg6::{Hmac, HmacAlgo, Seg6, TunnelSource};
use genl_tests::ip;
use genl_tests::live::{LiveTest, live_test};
use genl_tests::namespace::IPV6;

use crate::policy::{self, Outcome};
use crate::seg6;

pub(crate) const TESTS: &[LiveTest] = &[
    live_test!(seg6::policy_agrees, needs = [Family("SEG6")]),
    live_test!(
        seg6::everything_needs_capabilities_in_the_initial_namespace,
        needs = [Family("SEG6")]
    ),
    live_test!(
        seg6::keys_are_set_shown_and_removed,
        needs = [Family("SEG6"), IpTool, Admin]
    ),
    live_test!(
        seg6::tunnel_source_agrees_with_ip,
        needs = [Family("SEG6"), IpTool, Admin]
    ),
];

pub(crate) fn policy_agrees() -> Outcome {
    policy::agrees(Seg6::DESCRIPTION, known::SEG6)
}

fn key(hmackeyid: u32, algid: HmacAlgo, secret: &str) -> Hmac {
    Hmac {
        hmackeyid,
        secretlen: u8::try_from(secret.len()).expect("a short key"),
        algid,
        secret: Some(secret.into()),
    }
}

fn keys(seg6: &mut Seg6) -> Result<Vec<Hmac>, genl::Error> {
    let mut keys: Vec<Hmac> = seg6.dump_hmac()?.collect::<Result<_, _>>()?;
    // The kernel uses the order of a hash table.
    keys.sort_by_key(|key| key.hmackeyid);
    Ok(keys)
}

pub(crate) fn everything_needs_capabilities_in_the_initial_namespace() -> Outcome {
    let mut seg6 = Seg6::connect()?;
    let refused = [
        seg6.get_tunsrc().err(),
        seg6.set_tunsrc(&TunnelSource { dst: IPV6[0] }).err(),
        seg6.set_hmac(&key(1, HmacAlgo::Sha1, "secret")).err(),
        keys(&mut seg6).err(),
    ];
    for error in refused {
        assert_eq!(error.ok_or("allowed")?.raw_os_error(), Some(libc::EPERM));
    }
    Ok(())
}

pub(crate) fn keys_are_set_shown_and_removed() -> Outcome {
    let mut seg6 = Seg6::connect()?;
    assert_eq!(keys(&mut seg6)?, []);
    let longest = "k".repeat(64);
    let set = [
        key(7, HmacAlgo::Sha256, "hello"),
        key(0x0102_0304, HmacAlgo::Sha1, &longest),
    ];
    for key in &set {
        seg6.set_hmac(key)?;
    }
    assert_eq!(keys(&mut seg6)?, set);
    let shown = ip::run(&["sr", "hmac", "show"])?;
    let mut lines: Vec<_> = shown.lines().map(str::trim).collect();
    lines.sort_unstable();
    // The buffer of `ip` is one byte smaller.
    let other = format!("hmac 16909060 algo sha1 secret \"{}\"", &longest[1..]);
    assert_eq!(lines, [&*other, "hmac 7 algo sha256 secret \"hello\""]);

    seg6.set_hmac(&key(7, HmacAlgo::Sha1, "other"))?;
    assert_eq!(keys(&mut seg6)?[0], key(7, HmacAlgo::Sha1, "other"));
    let remove = Hmac {
        hmackeyid: 7,
        ..Hmac::default()
    };
    seg6.set_hmac(&remove)?;
    assert_eq!(keys(&mut seg6)?, set[1..]);

    let errno = |refused: Result<(), genl::Error>| refused.err().and_then(|it| it.raw_os_error());
    assert_eq!(errno(seg6.set_hmac(&remove)), Some(libc::ENOENT));
    let unknown = key(9, HmacAlgo::Other(9), "hello");
    assert_eq!(errno(seg6.set_hmac(&unknown)), Some(libc::EINVAL));
    let boastful = Hmac {
        secretlen: 6,
        ..key(9, HmacAlgo::Sha1, "hello")
    };
    assert_eq!(errno(seg6.set_hmac(&boastful)), Some(libc::EINVAL));
    Ok(())
}

pub(crate) fn tunnel_source_agrees_with_ip() -> Outcome {
    let mut seg6 = Seg6::connect()?;
    assert_eq!(seg6.get_tunsrc()?.dst, Ipv6Addr::UNSPECIFIED);
    seg6.set_tunsrc(&TunnelSource { dst: IPV6[1] })?;
    assert_eq!(
        ip::run(&["sr", "tunsrc", "show"])?.trim(),
        "tunsrc addr fd05::2"
    );
    ip::run(&["sr", "tunsrc", "set", "fd05::1"])?;
    assert_eq!(seg6.get_tunsrc()?.dst, IPV6[0]);
    Ok(())
}
