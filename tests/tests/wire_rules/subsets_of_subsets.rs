//! Subsets of subsets: number, words and checks are those of the set at the end of the chain.

use genl::{AttributeSet, UnknownAttribute};

use super::hex;
use super::{both_ways, reads, refuses, unwritable};

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Address<'a> {
    #[attr(1, big_endian)]
    port: Option<u16>,
    #[attr(2)]
    id: Option<u8>,
    #[attr(3)]
    name: Option<&'a str>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Address<'a>)]
struct Named<'a> {
    id: u8,
    name: &'a str,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Named<'_>)]
struct Numbered {
    id: u8,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(pad = 9)]
struct Attr<'a> {
    #[attr(1, nest)]
    addr: Option<Address<'a>>,
    #[attr(2, multi, nest)]
    peers: Vec<Address<'a>>,
    #[attr(3, max = 9)]
    token: Option<u32>,
    #[attr(4)]
    text: Option<&'a str>,
    #[attr(5, flag)]
    up: bool,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Attr<'a>)]
struct Announce<'a> {
    addr: Named<'a>,
    peers: Vec<Named<'a>>,
    token: u32,
    text: Option<&'a str>,
    up: bool,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Announce<'a>)]
struct Less<'a> {
    addr: Numbered,
    peers: Vec<Numbered>,
    token: Option<u32>,
    text: &'a str,
    #[attr(unknown)]
    rest: Vec<UnknownAttribute>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Less<'_>)]
struct Least {
    token: u32,
}

#[test]
fn a_subset_may_be_narrowed_and_its_nests_too() {
    let id = "0500 0200 07 000000";
    let bytes = format!(
        "0c00 0180 {id}  0c00 0280 {id}  0c00 0280 {id}  0800 0300 09000000  0600 0400 61 00 0000"
    );
    let less = Less {
        addr: Numbered { id: 7 },
        peers: vec![Numbered { id: 7 }; 2],
        token: Some(9),
        text: "a",
        rest: Vec::new(),
    };
    both_ways(&less, &hex(&bytes));
    both_ways(&Least { token: 9 }, &hex("0800 0300 09000000"));
    refuses::<Less<'static>>(
        "0400 0180 0600 0400 61 00 0000",
        "missing attribute `addr.id` (at byte 20)",
    );
    refuses::<Least>("", "missing attribute `token`");
    unwritable(
        &Least { token: 10 },
        "attribute `token` is 10, expected at most 9",
    );
}

#[test]
fn the_set_of_a_subset_is_named_and_its_pad_is_skipped() {
    let less = Less::DESCRIPTION;
    assert_eq!(
        (less.subset_of.map(|set| set.name), less.pad),
        (Some("announce"), Some(9))
    );
    assert_eq!(
        Least::DESCRIPTION.subset_of.map(|set| set.name),
        Some("less")
    );
    assert_eq!(Least::DESCRIPTION.pad, Some(9));
    let padded = hex("0400 0900  0c00 0180 0500 0200 07 000000  0600 0400 61 00 0000  0400 0500");
    let less = Less {
        addr: Numbered { id: 7 },
        peers: Vec::new(),
        token: None,
        text: "a",
        rest: vec![UnknownAttribute {
            number: 5,
            nested: false,
            net_byteorder: false,
            payload: Vec::new(),
        }],
    };
    reads(&padded, &less);
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(pad = 9)]
enum Action<'a> {
    #[attr(1, big_endian)]
    Output(u16),
    #[attr(2, flag)]
    Pop,
    #[attr(3)]
    IfName(&'a str),
    #[attr(4, nest)]
    Sample(Vec<Self>),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Action<'a>)]
enum Few<'a> {
    Output(u16),
    Pop,
    IfName(&'a str),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Few<'_>)]
enum Outputs {
    Output(u16),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Announce<'a>)]
enum Part<'a> {
    Token(u32),
    Up,
    Text(&'a str),
    Peers(Numbered),
}

#[test]
fn enums_are_subsets_of_enums_and_of_subsets() {
    let bytes = hex("0600 0100 00 50 0000  0400 0200  0600 0300 61 00 0000");
    both_ways(&vec![Few::Output(80), Few::Pop, Few::IfName("a")], &bytes);
    reads(&bytes, &vec![Outputs::Output(80)]);
    both_ways(&vec![Outputs::Output(443)], &hex("0600 0100 01 bb 0000"));
    let set = Vec::<Outputs>::DESCRIPTION;
    assert_eq!(
        (set.subset_of.map(|set| set.name), set.pad, set.mixed),
        (Some("few"), Some(9), true)
    );
    let parts = vec![
        Part::Up,
        Part::Token(1),
        Part::Text("a"),
        Part::Peers(Numbered { id: 7 }),
    ];
    let bytes =
        "0400 0500  0800 0300 01000000  0600 0400 61 00 0000  0c00 0280 0500 0200 07 000000";
    both_ways(&parts, &hex(bytes));
}
