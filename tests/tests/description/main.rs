//! Descriptions: beside the kernel's own specifications, and what they cost a program that does not use them.

mod entries;
mod kinds;
mod payloads;
mod ynl;

use genl::description::{Definition, Kind};
use genl::mptcp_pm::MptcpPm;
use genl::nlctrl::Nlctrl;
use genl::{AttributeSet, Enumeration, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(name = "tree-node")]
struct Node {
    #[attr(1, name = "label")]
    text: Option<String>,
    #[attr(2, multi, nest)]
    children: Vec<Node>,
    #[attr(3)]
    r#type: Option<Color>,
}

#[derive(Clone, Copy, Debug, PartialEq, Enumeration)]
#[repr(u8)]
enum Color {
    /// Like blood.
    Red = 1,
    IPv4,
    #[unknown]
    Other(u8),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Node)]
struct Leaf {
    text: String,
    #[attr(plain)]
    r#type: Option<Color>,
}

genl_family! {
    /// Trees.
    #[family(name = "trees")]
    trait Forest {
        const GROVE: MulticastGroup = "trees_grown";

        /// Plants one.
        #[op(1, name = "new")]
        fn plant(request: Node) -> Leaf;

        /// Plants a leaf.
        #[op(1, shape_of = plant)]
        fn plant_leaf(request: Leaf) -> Leaf;

        /// One grew.
        #[event(2, group = GROVE, notify = plant)]
        fn grown();
    }
}

#[test]
fn rust_names_are_described_beside_ynl_names() {
    let [label, children, kind] = Node::DESCRIPTION.attributes else {
        panic!("three attributes");
    };
    assert_eq!(
        (label.name, children.name, kind.name),
        ("label", "children", "type")
    );
    assert_eq!(label.rust_name(), "text");
    assert_eq!(children.rust_name(), "children");
    assert_eq!(kind.rust_name().to_string(), "type");
    assert_eq!(Node::DESCRIPTION.rust_type.name(), "Node");
    let [red, v4] = Color::DESCRIPTION.entries else {
        panic!("two entries");
    };
    assert_eq!(
        (red.doc, red.rust_name().to_string()),
        ("Like blood.", "Red".to_owned())
    );
    assert_eq!(
        (v4.name, v4.rust_name().to_string()),
        ("i-pv4", "IPv4".to_owned())
    );
    let family = Forest::DESCRIPTION;
    assert_eq!((family.name, family.rust_type.name()), ("trees", "Forest"));
    assert_eq!(family.groups[0].rust_name(), "GROVE");
    assert_eq!(family.events[0].rust_name(), "Grown");
    let [plant, leaf] = family.operations else {
        panic!("two operations");
    };
    assert_eq!((plant.name, leaf.name), ("new", "plant-leaf"));
    assert_eq!(plant.rust_name(), "plant");
}

#[test]
fn operations_and_events_know_their_family() {
    let family = Forest::DESCRIPTION;
    let of = |method: Option<&str>| method.and_then(|it| family.operation(it)).map(|it| it.name);
    assert_eq!(of(family.operations[0].shape_of), None);
    assert_eq!(of(family.operations[1].shape_of), Some("new"));
    assert_eq!(of(family.events[0].notify), Some("new"));
}

#[test]
fn a_subset_leads_to_its_set() {
    let leaf = Leaf::DESCRIPTION;
    let set = leaf.subset_of.expect("it is a subset");
    assert_eq!((set.name, set.attributes.len()), ("tree-node", 3));
    assert_eq!(leaf.overrides, [3]);
    assert_eq!(leaf.attributes[0].name, "label");
}

#[test]
fn each_definition_is_found_once_though_sets_contain_themselves() {
    let found = Forest::DESCRIPTION.definitions();
    let names = found.iter().map(|it| it.rust_type().name());
    assert!(names.eq(["Node", "Color", "Leaf"]), "{found:?}");
    let shown = format!("{:?}", Forest::DESCRIPTION);
    assert!(shown.contains("Multi(Nest(tree-node))"), "{shown}");
    assert!(shown.contains("subset_of: Some(tree-node)"), "{shown}");
}

#[test]
fn definitions_of_the_families_of_the_crate() {
    let names = |family: &genl::description::Family| {
        let found = family.definitions();
        found
            .iter()
            .map(|it| it.rust_type().name())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        names(Nlctrl::DESCRIPTION),
        "GetFamily CtrlAttrs OpAttrs OpFlags McastGroupAttrs Policy PolicyType OpPolicyAttrs FamilyReply GetPolicy PolicyReply"
    );
    let found = MptcpPm::DESCRIPTION.definitions();
    let flags = found.iter().filter_map(|it| match it {
        Definition::Flags(flags) => Some(flags.name().to_string()),
        _ => None,
    });
    assert!(flags.eq(["address-flags", "event-flags"]));
    assert!(
        matches!(found[0], Definition::Set(set) if matches!(set.attributes[0].kind, Kind::Nest(_)))
    );
}
