//! The block in parentheses, which rustfmt formats, and in brackets.
#![deny(warnings)]

use genl::genl_family;

genl_family!(
    /// In parentheses.
    #[family(name = "first")]
    trait First {
        #[op(1)]
        fn flush();
    }
);

genl_family![
    /// In brackets.
    #[family(name = "second")]
    trait Second {
        #[op(1)]
        fn flush();
    }
];

fn main() {
    assert_eq!(
        (First::DESCRIPTION.doc, Second::DESCRIPTION.doc),
        ("In parentheses.", "In brackets.")
    );
    let _ = (First::FLUSH, Second::FLUSH);
}
