//! Actions of `ovs_flow`, compared with the stored bytes.

use genl::wire::MAX_DEPTH;
use genl::{AttributeSet, WithHeader};
use genl_families::ovs::OvsHeader;
use genl_families::ovs::flow::{Action, FlowAttrs, KeyAttrs, MaskedKey, OvsFlow, Psample, Sample};

use super::every_action::every_action;
use super::{assert_request, body, of_7};
use crate::support::{decode, never_panics, stored};

type Message = WithHeader<OvsHeader, FlowAttrs>;

fn actions(name: &str) -> Vec<u8> {
    stored(include_str!("../../fixtures/ovs-actions.txt"), name)
}

fn flow(actions: Vec<Action>) -> FlowAttrs {
    FlowAttrs {
        actions: Some(actions),
        ..FlowAttrs::default()
    }
}

#[test]
fn every_action_agrees_with_c() {
    let request = of_7(flow(every_action()));
    assert_request!(OvsFlow::SET, &request, actions("every-action"));
    let read = decode::<Message>(body(&actions("every-action")));
    assert_eq!(read.expect("actions"), request);
    // Without flags, and in the order of the kernel.
    let read = decode::<Message>(body(&actions("every-action-reply")));
    assert_eq!(read.expect("actions"), request);
}

#[test]
fn every_number_is_described_once() {
    let set = Vec::<Action>::DESCRIPTION;
    assert!(set.mixed);
    let numbers = set.attributes.iter().map(|attribute| attribute.number);
    assert_eq!(numbers.collect::<Vec<_>>(), (1..=25).collect::<Vec<_>>());
    // Each of them is in the stored bytes, including the masked ones.
    let mut numbers: Vec<_> = genl::Attributes::new(&actions("every-action")[28..], 28)
        .map(|attribute| attribute.expect("an attribute").number())
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    // Clones and checks are inside of the sample.
    let expected = (1..=25).filter(|number| ![20, 21].contains(number));
    assert_eq!(numbers, expected.chain([99]).collect::<Vec<u16>>());
}

fn nested(samples: u32) -> Vec<Action> {
    let output = vec![Action::Output(2)];
    (1..=samples).fold(output, |actions, probability| {
        vec![Action::Sample(Sample {
            probability,
            actions,
        })]
    })
}

/// A sample consists of two nests. The kernel accepts 16 levels of action lists (`OVS_COPY_ACTIONS_MAX_DEPTH`).
#[test]
fn nests_are_read_and_written_to_their_limit() {
    let read = decode::<Message>(body(&actions("deep"))).expect("15 samples");
    assert_eq!(read.attributes, flow(nested(15)));
    let read = decode::<Message>(body(&actions("too-deep"))).expect_err("20 samples");
    let written = flow(nested(20)).to_bytes().expect_err("20 samples");
    assert_eq!(read.path(), written.path());
    for error in [read.to_string(), written.to_string()] {
        let said = format!("is nested more than {MAX_DEPTH} levels deep");
        assert!(error.contains(&said), "{error}");
        let place = "`actions[0].sample.actions[0].sample.actions[0].sample";
        assert!(error.contains(place), "{error}");
    }
}

#[test]
fn invalid_values_are_refused() {
    let psample = Action::Psample(Psample {
        group: 1,
        cookie: Some(vec![0; 17]),
    });
    let error = flow(vec![Action::PopVlan, psample])
        .to_bytes()
        .expect_err("16 at most");
    let said = "attribute `actions[1].psample.cookie` has 17 bytes, expected at most 16";
    assert_eq!(error.to_string(), said);

    let refused = |bytes: &[u8], said: &str| {
        let error = decode::<Vec<Action>>(bytes).expect_err(said).to_string();
        assert!(error.starts_with(said), "{error}");
    };
    // Tags without a payload, and an output with half of one.
    refused(
        &[4, 0, 5, 0, 6, 0, 1, 0, 2, 0, 0, 0],
        "attribute `[1].output` has 2 bytes, expected 4",
    );
    // A sample with actions but without a probability.
    refused(
        &[8, 0, 6, 0, 4, 0, 2, 0],
        "missing attribute `[0].sample.probability`",
    );
    // An address of neither family.
    refused(
        &[16, 0, 12, 0, 12, 0, 6, 0, 7, 0, 3, 0, 10, 0, 0, 0],
        "attribute `[0].ct.nat.ip-min`",
    );
}

/// Keys in `set` and in `set-masked` have different sets: the bytes of one are not accepted for the other.
#[test]
fn masked_keys_have_masks() {
    let masked = [12, 0, 15, 0, 0, 0x12, 0, 0, 0, 0xff, 0, 0];
    let read = decode::<Vec<MaskedKey>>(&masked).expect("a mask");
    let [MaskedKey::SkbMark(mark)] = read[..] else {
        panic!("{read:?}");
    };
    assert_eq!((mark.value.get(), mark.mask.get()), (0x1200, 0xff00));
    assert!(decode::<KeyAttrs>(&masked).is_err());
}

#[test]
fn broken_bytes_never_panic() {
    for name in ["every-action", "every-action-reply", "deep", "too-deep"] {
        never_panics::<Message>(body(&actions(name)));
    }
}
