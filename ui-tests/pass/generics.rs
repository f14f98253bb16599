//! Parameters with bounds, defaults and where clauses.
#![deny(warnings)]

use core::fmt::Debug;
use genl::codec::{FromPayload, Payload};
use genl::{AttributeSet, AttributeWriter, Attributes, Keyed};

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
pub struct Payloads<T: Copy + Debug = u32, const N: usize = 6>
where
    T: PartialEq,
{
    #[attr(1)]
    pub required: T,
    #[attr(2)]
    pub optional: Option<T>,
    #[attr(3, multi)]
    pub list: Vec<T>,
    #[attr(4, indexed)]
    pub array: Vec<T>,
    #[attr(5, keyed(key: u16))]
    pub keyed: Vec<Keyed<u16, T>>,
    #[attr(6)]
    pub bytes: Option<[u8; N]>,
    #[attr(7, indexed, omit_empty)]
    pub omitted: Vec<T>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
pub struct Packed<T> {
    #[attr(1, array)]
    pub required: Vec<T>,
    #[attr(2, array)]
    pub optional: Option<Vec<T>>,
    #[attr(3, array, omit_empty)]
    pub omitted: Vec<T>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
pub struct Nested<S> {
    #[attr(1, nest)]
    pub one: Option<S>,
    #[attr(2, multi, nest)]
    pub many: Vec<S>,
}

/// The nested set has the same parameter.
#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
pub struct Tree<T> {
    #[attr(1)]
    pub value: Option<T>,
    #[attr(2, nest)]
    pub next: Option<Box<Tree<T>>>,
    #[attr(3, multi, nest)]
    pub rest: Vec<Self>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(subset_of = Payloads<T, 6>)]
pub struct Less<T: Copy + Debug + PartialEq>
where
    T: Payload + for<'a> FromPayload<'a>,
{
    pub required: T,
    pub list: Vec<T>,
}

fn round<S>(set: &S) -> S
where
    S: for<'a> AttributeSet<View<'a> = S>,
{
    let mut buffer = Vec::new();
    let mut out = AttributeWriter::new(&mut buffer);
    set.encode(&mut out);
    out.finish().unwrap();
    S::decode(Attributes::new(&buffer, 0)).unwrap()
}

fn main() {
    let payloads = Payloads::<u16> {
        required: 1,
        optional: Some(2),
        list: vec![3, 4],
        bytes: Some([5; 6]),
        ..Payloads::default()
    };
    assert_eq!(round(&payloads), payloads);
    let nested = Nested {
        one: Some(payloads.clone()),
        many: vec![payloads.clone(), payloads],
    };
    assert_eq!(round(&nested), nested);
    let packed = Packed {
        required: vec![1_u16],
        optional: Some(vec![]),
        omitted: vec![2],
    };
    assert_eq!(round(&packed), packed);
    let less = Less {
        required: 1_u64,
        list: vec![2, 3],
    };
    assert_eq!(round(&less), less);
    let leaf = Tree {
        value: Some(1_u8),
        next: None,
        rest: Vec::new(),
    };
    let tree = Tree {
        next: Some(Box::new(leaf.clone())),
        ..leaf
    };
    assert_eq!(round(&tree), tree);
}
