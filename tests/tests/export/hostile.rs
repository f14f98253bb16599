//! Docs and names that YAML would take for something else.

use genl::{AttributeSet, Enumeration, genl_family};

use crate::spec::Spec;

/// yes
#[derive(AttributeSet)]
struct Texts {
    /// - a list: {of: [nothing], &anchor *alias} # no comment
    #[attr(1)]
    list: Option<u32>,
    #[doc = "\ttab, \"quotes\" 'and' \\ \u{85}\u{2028}\u{feff}\u{7}\u{1f600} end"]
    #[attr(2)]
    letters: Option<u32>,
    #[doc = "%directive\n---\n...\n\n    indented\n# not a comment: `x`\n? complex\n| > ! @ `"]
    #[attr(3)]
    lines: Option<u32>,
    #[doc = "line\n\ttab"]
    #[attr(4)]
    tab: Option<u32>,
    #[doc = "null"]
    #[attr(5, name = "null")]
    nothing: Option<u32>,
    #[doc = "0x10"]
    #[attr(6, name = "no")]
    no: Option<Answer>,
    #[doc = "first\n  \nthird"]
    #[attr(7)]
    blank: Option<u32>,
}

/// 1
#[derive(Clone, Copy, Debug, PartialEq, Enumeration)]
#[repr(i32)]
enum Answer {
    On = -1,
    Off = 7,
    True = 8,
    #[unknown]
    Other(i32),
}

genl_family! {
    /// ~
    #[family(name = "Hostile: #1", version = 1)]
    trait Hostile {
        #[op(1)]
        fn get(request: Texts) -> Texts;
    }
}

#[test]
fn every_text_is_read_as_it_was() {
    let export = genl::export(Hostile::DESCRIPTION);
    let spec = Spec::new(export.yaml());
    assert_eq!(spec.0["name"], "Hostile: #1");
    assert_eq!(spec.0["doc"], "~");
    let set = spec.set("texts");
    assert_eq!(set.len(), Texts::DESCRIPTION.attributes.len());
    for attribute in Texts::DESCRIPTION.attributes {
        let found = &set[&i64::from(attribute.number)];
        assert_eq!(found.name, attribute.name);
        assert_eq!(
            found.words["doc"],
            attribute.doc.trim(),
            "{}",
            export.yaml()
        );
    }
    let values: Vec<_> = spec.values("answer").into_iter().collect();
    let expected = [(-1, "on"), (7, "off"), (8, "true")];
    assert_eq!(
        values,
        expected.map(|(value, name)| (value, name.to_owned()))
    );
}
