//! `netdev` on loopback, on a veth pair that is created and removed, and on the devices of the machine.

use std::fs;
use std::time::Duration;

use genl::Received;
use genl_families::ethtool::{self, Bitset, BitsetBit, BitsetBits, Ethtool};
use genl_families::known;
use genl_families::netdev::{
    BindTx, Dev, DevGet, Napi, NapiDump, NapiGet, NapiSet, NapiThreaded, Netdev, NetdevEvent,
    PagePoolDump, PagePoolGet, Qstats, QstatsGet, QstatsScope, Queue, QueueDump, QueueGet,
    QueueType, XdpAct, XdpRxMetadata,
};
use genl_tests::ip;
use genl_tests::live::{LiveTest, live_test};
use nix::net::if_::if_nametoindex;

use crate::netdev;
use crate::outside::outside;
use crate::policy::{self, Outcome};

pub(crate) const TESTS: &[LiveTest] = &[
    live_test!(netdev::policy_agrees, needs = [Family("netdev")]),
    live_test!(
        netdev::devices_one_by_one_and_all,
        needs = [Family("netdev"), Veth]
    ),
    live_test!(
        netdev::devices_are_created_changed_and_removed,
        needs = [Family("netdev"), Veth]
    ),
    live_test!(
        netdev::queues_and_napi_instances,
        needs = [Family("netdev"), Veth]
    ),
    live_test!(
        netdev::refusals_are_returned,
        needs = [Family("netdev"), Veth]
    ),
    live_test!(
        netdev::napi_is_configured,
        needs = [Family("netdev"), Veth, Admin]
    ),
    live_test!(
        netdev::statistics_agree_with_the_machine,
        needs = [Family("netdev"), Admin]
    ),
];

/// The features of every veth (`drivers/net/veth.c`).
const XDP: XdpAct = XdpAct::BASIC.union(XdpAct::REDIRECT).union(XdpAct::RX_SG);

fn veth() -> Result<[u32; 2], Box<dyn std::error::Error>> {
    let queues = "numtxqueues 2 numrxqueues 2";
    ip::batch([
        format!("link add nd-a {queues} type veth peer name nd-b {queues}"),
        "link set nd-a up".to_owned(),
        "link set nd-b up".to_owned(),
    ])?;
    Ok([if_nametoindex("nd-a")?, if_nametoindex("nd-b")?])
}

/// With GRO, a veth has a NAPI instance for each of its receive queues.
fn gro(device: &str) -> Result<(), genl::Error> {
    let bit = BitsetBit {
        name: Some("rx-gro".to_owned()),
        value: true,
        ..BitsetBit::default()
    };
    let wanted = Bitset {
        bits: Some(BitsetBits { bit: vec![bit] }),
        ..Bitset::default()
    };
    let request = ethtool::Features {
        header: Some(ethtool::Header {
            dev_name: Some(device.to_owned()),
            ..ethtool::Header::default()
        }),
        wanted: Some(wanted),
        ..ethtool::Features::default()
    };
    Ethtool::connect()?.features_set(&request).map(drop)
}

pub(crate) fn policy_agrees() -> Outcome {
    policy::agrees(Netdev::DESCRIPTION, known::NETDEV)
}

pub(crate) fn devices_one_by_one_and_all() -> Outcome {
    let [a, b] = veth()?;
    let mut netdev = Netdev::connect()?;
    let all: Vec<Dev> = netdev.dev_dump()?.collect::<Result<_, _>>()?;
    let indices: Vec<_> = all.iter().filter_map(|dev| dev.ifindex).collect();
    assert!([1, a, b].iter().all(|it| indices.contains(it)), "{all:?}");
    for dev in &all {
        let ifindex = dev.ifindex.ok_or("no index")?;
        assert_eq!(netdev.dev_get(&DevGet { ifindex })?, *dev);
        if [a, b].contains(&ifindex) {
            assert_eq!(dev.xdp_features, Some(XDP), "{dev:?}");
            assert_eq!(dev.xdp_rx_metadata_features, Some(XdpRxMetadata::all()));
        }
    }
    assert_eq!(all[0].xdp_features, Some(XdpAct::empty()), "{:?}", all[0]);
    Ok(())
}

pub(crate) fn devices_are_created_changed_and_removed() -> Outcome {
    let mut events = Netdev::listen(&[Netdev::MGMT])?;
    events.set_receive_timeout(Some(Duration::from_secs(5)))?;
    let [a, b] = veth()?;
    ip::run(&["link", "delete", "nd-a"])?;
    let mut told = Vec::new();
    while told.len() < 6 {
        let (what, dev) = match events.next()? {
            Received::Event(NetdevEvent::DevAddNtf(dev)) => ("add", dev),
            Received::Event(NetdevEvent::DevChangeNtf(dev)) => ("change", dev),
            Received::Event(NetdevEvent::DevDelNtf(dev)) => ("del", dev),
            other => return Err(format!("{other:?}").into()),
        };
        assert_eq!(dev.xdp_rx_metadata_features, Some(XdpRxMetadata::all()));
        told.push((what, dev.ifindex, dev.xdp_features));
    }
    // The kernel decides which end comes first.
    for index in [a, b] {
        let of_it: Vec<_> = told.iter().filter(|it| it.1 == Some(index)).collect();
        let expected = [
            ("add", Some(index), Some(XdpAct::empty())),
            ("change", Some(index), Some(XDP)),
            ("del", Some(index), Some(XDP)),
        ];
        assert!(of_it.into_iter().eq(&expected), "{told:?}");
    }
    Ok(())
}

pub(crate) fn queues_and_napi_instances() -> Outcome {
    let [a, _] = veth()?;
    gro("nd-a")?;
    let mut netdev = Netdev::connect()?;
    let ifindex = Some(a);
    let napis: Vec<Napi> = netdev
        .napi_dump(&NapiDump { ifindex })?
        .collect::<Result<_, _>>()?;
    assert_eq!(napis.len(), 2, "{napis:?}");
    for napi in &napis {
        let id = napi.id.ok_or("no id")?;
        assert_eq!(netdev.napi_get(&NapiGet { id })?, *napi);
        assert_eq!((napi.ifindex, napi.defer_hard_irqs), (ifindex, Some(0)));
        assert_eq!((napi.gro_flush_timeout, napi.irq), (Some(0), None));
    }
    let queues: Vec<Queue> = netdev
        .queue_dump(&QueueDump { ifindex })?
        .collect::<Result<_, _>>()?;
    let short: Vec<_> = queues
        .iter()
        .map(|queue| (queue.r#type, queue.id))
        .collect();
    let (rx, tx) = (Some(QueueType::Rx), Some(QueueType::Tx));
    let expected = [(rx, Some(0)), (rx, Some(1)), (tx, Some(0)), (tx, Some(1))];
    assert_eq!(short, expected);
    for queue in queues {
        let request = QueueGet {
            ifindex: a,
            r#type: queue.r#type.ok_or("no type")?,
            id: queue.id.ok_or("no id")?,
        };
        assert_eq!(netdev.queue_get(&request)?, queue);
    }
    Ok(())
}

pub(crate) fn refusals_are_returned() -> Outcome {
    let [a, _] = veth()?;
    let mut netdev = Netdev::connect()?;
    let error = netdev.dev_get(&DevGet { ifindex: 9999 }).expect_err("none");
    assert_eq!(error.raw_os_error(), Some(libc::ENODEV), "{error}");
    let error = netdev.dev_get(&DevGet { ifindex: 0 }).expect_err("none");
    let text = "netdev dev-get: attribute `ifindex` is 0, expected at least 1";
    assert_eq!(error.to_string(), text);
    let error = netdev.napi_get(&NapiGet { id: 9999 }).expect_err("none");
    assert_eq!(error.raw_os_error(), Some(libc::ENOENT), "{error}");
    assert!(error.to_string().ends_with("at `id`"), "{error}");
    let error = netdev
        .page_pool_get(&PagePoolGet { id: 1 })
        .expect_err("none");
    assert_eq!(error.raw_os_error(), Some(libc::ENOENT), "{error}");
    assert_eq!(netdev.page_pool_dump(&PagePoolDump::default())?.count(), 0);
    let error = netdev
        .bind_tx(&BindTx { ifindex: a, fd: 0 })
        .expect_err("a veth has no memory");
    assert_eq!(error.raw_os_error(), Some(libc::EOPNOTSUPP), "{error}");
    // A veth has no counters of its own.
    let of_veth = QstatsGet {
        ifindex: Some(a),
        scope: Some(QstatsScope::QUEUE),
    };
    let mut replies = netdev.qstats_get(&of_veth)?;
    let error = replies.next().ok_or("an end")?.expect_err("none");
    assert_eq!(error.raw_os_error(), Some(libc::EOPNOTSUPP), "{error}");
    assert!(error.to_string().ends_with("at `ifindex`"), "{error}");
    Ok(())
}

pub(crate) fn napi_is_configured() -> Outcome {
    let [a, _] = veth()?;
    gro("nd-a")?;
    let mut netdev = Netdev::connect()?;
    let request = NapiDump { ifindex: Some(a) };
    let first = netdev.napi_dump(&request)?.next().ok_or("no NAPI")??;
    let id = first.id.ok_or("no id")?;
    netdev.napi_set(&NapiSet {
        id,
        defer_hard_irqs: Some(3),
        gro_flush_timeout: Some(200_000),
        irq_suspend_timeout: Some(1 << 33),
        threaded: Some(NapiThreaded::Enabled),
    })?;
    let napi = netdev.napi_get(&NapiGet { id })?;
    assert_eq!(napi.defer_hard_irqs, Some(3));
    assert_eq!(napi.gro_flush_timeout, Some(200_000));
    assert_eq!(napi.irq_suspend_timeout, Some(1 << 33), "in 8 bytes");
    assert_eq!(napi.threaded, Some(NapiThreaded::Enabled));
    let comm = fs::read_to_string(format!("/proc/{}/comm", napi.pid.ok_or("no thread")?))?;
    assert!(comm.starts_with("napi/nd-a"), "{comm}");
    Ok(())
}

/// The network namespace in which the tests were started has devices with counters.
pub(crate) fn statistics_agree_with_the_machine() -> Outcome {
    match outside(check_statistics)? {
        0 => println!("no device of this machine has such statistics"),
        devices => println!("the statistics of {devices} devices"),
    }
    Ok(())
}

fn check_statistics() -> Result<usize, Box<dyn std::error::Error>> {
    let mut netdev = Netdev::connect()?;
    let whole = QstatsGet::default();
    let devices: Vec<Qstats> = netdev.qstats_get(&whole)?.collect::<Result<_, _>>()?;
    for device in &devices {
        let request = QstatsGet {
            ifindex: device.ifindex,
            scope: Some(QstatsScope::QUEUE),
        };
        let queues: Vec<Qstats> = netdev.qstats_get(&request)?.collect::<Result<_, _>>()?;
        assert!(!queues.is_empty(), "{device:?}");
        for queue in &queues {
            assert_eq!(queue.ifindex, device.ifindex);
            assert!(queue.queue_type.is_some() && queue.queue_id.is_some());
            assert!(queue.scope.is_none(), "of requests alone");
        }
        let name = nix::net::if_::if_indextoname(device.ifindex.ok_or("no index")?)?;
        let counted = |what| -> Result<u64, Box<dyn std::error::Error>> {
            let path = format!("/sys/class/net/{}/statistics/{what}", name.to_str()?);
            Ok(fs::read_to_string(path)?.trim().parse()?)
        };
        // These were counted slightly later, in another way.
        assert!(device.rx_packets.is_some_and(|it| it > 0), "{device:?}");
        assert!(
            device.rx_packets <= Some(counted("rx_packets")?),
            "{device:?}"
        );
        assert!(device.tx_bytes <= Some(counted("tx_bytes")?), "{device:?}");
    }
    Ok(devices.len())
}
