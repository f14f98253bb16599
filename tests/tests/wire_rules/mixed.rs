//! Lists of mixed attributes: enums, whose order and repeats are kept.

use genl::description::{Kind, Presence};
use genl::{AttributeSet, Indexed, UnknownAttribute};

use super::hex;
use super::{both_ways, decode, encode, reads, refuses, unwritable};

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Key {
    #[attr(1)]
    priority: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Sample {
    #[attr(1)]
    probability: u32,
    #[attr(2, nest)]
    actions: Vec<Action>,
}

/// What is done with a packet.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
enum Action {
    /// Sends it.
    #[attr(1, min = 1)]
    Output(u32),
    #[attr(3, nest)]
    Set(Box<Key>),
    #[attr(5, flag)]
    PopVlan,
    #[attr(6, nest)]
    Sample(Sample),
    #[attr(7, nest)]
    Clone(Vec<Self>),
    #[attr(8, indexed)]
    Queues(Vec<Indexed<u16>>),
    #[attr(0)]
    Zero(u8),
    #[attr(unknown)]
    Other(UnknownAttribute),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Flow {
    #[attr(1)]
    id: u8,
    #[attr(2, nest)]
    actions: Vec<Action>,
    #[attr(3, nest)]
    more: Option<Vec<Action>>,
    #[attr(4, multi, nest)]
    tables: Vec<Vec<Action>>,
}

fn flow(actions: Vec<Action>) -> Flow {
    Flow {
        id: 1,
        actions,
        more: None,
        tables: Vec::new(),
    }
}

#[test]
fn order_and_repeats_are_kept() {
    let actions = vec![
        Action::Output(2),
        Action::PopVlan,
        Action::Set(Box::new(Key { priority: Some(9) })),
        Action::Output(1),
        Action::PopVlan,
    ];
    let bytes = "0800 0100 02000000  0400 0500  0c00 0380 0800 0100 09000000  0800 0100 01000000  0400 0500";
    both_ways(&actions, &hex(bytes));
    let nested = hex(&format!("0500 0100 01 000000  2800 0280 {bytes}"));
    both_ways(&flow(actions), &nested);
}

#[test]
fn mixed_lists_nest_in_each_other() {
    let sample = Sample {
        probability: 5,
        actions: vec![Action::Output(1), Action::Clone(vec![Action::PopVlan])],
    };
    both_ways(
        &vec![Action::Sample(sample)],
        &hex("2000 0680  0800 0100 05000000  1400 0280  0800 0100 01000000  0800 0780 0400 0500"),
    );
    let queues = Action::Queues(vec![Indexed { index: 3, value: 7 }]);
    both_ways(&vec![queues], &hex("0c00 0880  0600 0300 0700 0000"));
}

#[test]
fn number_0_is_a_number() {
    both_ways(&vec![Action::Zero(7)], &hex("0500 0000 07 000000"));
}

#[test]
fn an_empty_list_is_an_empty_nest() {
    let bytes = "0500 0100 01 000000  0400 0280";
    both_ways(&flow(Vec::new()), &hex(bytes));
    let more = Flow {
        more: Some(Vec::new()),
        tables: vec![vec![Action::PopVlan], Vec::new()],
        ..flow(Vec::new())
    };
    both_ways(
        &more,
        &hex(&format!(
            "{bytes}  0400 0380  0800 0480 0400 0500  0400 0480"
        )),
    );
    both_ways(&Vec::<Action>::new(), &[]);
    refuses::<Flow>("0500 0100 01 000000", "missing attribute `actions`");
}

#[test]
fn the_last_of_several_nests_wins() {
    reads(
        &hex("0500 0100 01 000000  0800 0200 0400 0500  0c00 0200 0800 0100 01000000"),
        &flow(vec![Action::Output(1)]),
    );
}

#[test]
fn unknown_attributes_are_kept_or_skipped() {
    let bytes = hex("0600 0980 01 02 0000  0400 0500");
    let other = UnknownAttribute {
        number: 9,
        nested: true,
        net_byteorder: false,
        payload: vec![1, 2],
    };
    both_ways(&vec![Action::Other(other), Action::PopVlan], &bytes);
    reads(&bytes, &vec![Fmsg::Start]);
}

/// Devlink's messages for people: flat marks around pairs.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(pad = 4)]
enum Fmsg<'a> {
    #[attr(5, flag)]
    Start,
    #[attr(6)]
    Name(&'a str),
    #[attr(7)]
    Count(u32),
}

#[test]
fn variants_borrow() {
    let bytes = hex("0400 0500  0700 0600 617000 00  0400 0400  0800 0700 01000000");
    let read = decode::<Vec<Fmsg<'static>>>(&bytes).expect("these are right");
    let written = [Fmsg::Start, Fmsg::Name("ap"), Fmsg::Count(1)];
    assert_eq!(read, written);
    assert_eq!(encode(&read).map(|bytes| bytes.len()), Ok(20));
}

#[test]
fn mistakes_name_the_element() {
    unwritable(
        &flow(vec![Action::PopVlan, Action::Output(0)]),
        "attribute `actions[1].output` is 0, expected at least 1",
    );
    refuses::<Flow>(
        "0500 0100 01 000000  0e00 0200 0400 0500 0600 0100 0000 0000",
        "attribute `actions[1].output` has 2 bytes, expected 4 (at byte 36)",
    );
    refuses::<Vec<Action>>(
        "0400 0500  0800 0680 0400 0280",
        "missing attribute `[1].sample.probability` (at byte 24)",
    );
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Flow)]
struct SetActions {
    actions: Vec<Action>,
    more: Option<Vec<Action>>,
    tables: Vec<Vec<Action>>,
}

#[test]
fn subsets_have_mixed_lists() {
    let mut set = SetActions {
        actions: vec![Action::PopVlan],
        more: Some(vec![Action::PopVlan]),
        tables: Vec::new(),
    };
    both_ways(&set, &hex("0800 0280 0400 0500  0800 0380 0400 0500"));
    (set.actions, set.more) = (Vec::new(), None);
    both_ways(&set, &hex("0400 0280"));
    refuses::<SetActions>("", "missing attribute `actions`");
}

#[test]
fn the_description_of_a_mixed_list_is_complete() {
    let [_, actions, ..] = Flow::DESCRIPTION.attributes else {
        panic!("there are four");
    };
    assert_eq!(actions.presence, Presence::Required);
    let set = actions.kind.nested().expect("it is a nest");
    assert!(set.mixed);
    assert_eq!(
        (set.name, set.doc),
        ("action", "What is done with a packet.")
    );
    let names = set.attributes.iter().map(|kind| (kind.number, kind.name));
    assert_eq!(
        names.collect::<Vec<_>>(),
        [
            (1, "output"),
            (3, "set"),
            (5, "pop-vlan"),
            (6, "sample"),
            (7, "clone"),
            (8, "queues"),
            (0, "zero")
        ],
    );
    let sample = set.attribute(6).and_then(|kind| kind.kind.nested());
    let again = sample
        .and_then(|set| set.attribute(2))
        .map(|kind| kind.kind);
    assert!(matches!(again, Some(Kind::Nest(set)) if set.name == "action"));
    let subset = SetActions::DESCRIPTION.attributes.first();
    assert_eq!(subset.map(|kind| kind.presence), Some(Presence::Required));
}
