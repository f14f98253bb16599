use super::*;
use genl::inspect::*;
#[test]
fn look() {
    let mut inspector = inspector();
    for row in recorded().filter(|row| {
        row.label.contains("NO-capack")
            || row.label.contains("ctrl-getfamily-mptcp")
            || row.label == "err-addr6-short-15"
            || row.label == "nla-len-3"
            || row.label == "attr-len-overrun"
            || row.label == "v4-connect"
            || row.label == "err-add-missing-addr-attr"
            || row.label.contains("err-dump-bad")
            || row.label.contains("unknown-family")
            || row.label.contains("no-genl")
    }) {
        let tree = inspector.follow(&row.bytes, direction(&row));
        println!("--- {}\n{}\n{}", row.label, tree.line(), tree);
        let mut out = Vec::new();
        tree.print(&mut out, &Options::new().with_hex().with_width(110))
            .unwrap();
        println!("{}", String::from_utf8(out).unwrap());
        if row.label.contains("short") {
            println!("{}", serde_json::to_string(&tree).unwrap());
            let mut out = Vec::new();
            tree.print(
                &mut out,
                &Options::new().with_hex().with_style(Style::COLOURED),
            )
            .unwrap();
            println!("{}", String::from_utf8(out).unwrap());
        }
    }
}
