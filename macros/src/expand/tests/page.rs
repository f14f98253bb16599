//! The pages of rustdoc: what is generated is in the order in which a reader wants it, and says what signatures cannot.

use quote::ToTokens;
use syn::{Attribute, ImplItem, Item, ItemImpl};

use super::{expand, expand_file, implementations, sources};

fn file(source: &str) -> Vec<Item> {
    let file = syn::parse_file(source).unwrap();
    let expanded = file.items.iter().map(expand).collect();
    syn::parse2::<syn::File>(expanded).unwrap().items
}

fn family(operations: &str) -> Vec<Item> {
    file(&format!(
        "genl_family! {{ #[family(name = \"pm\")] pub trait Pm {{
            const EVENTS: MulticastGroup = \"events\";
            {operations}
            #[event(9, group = EVENTS)] fn created(event: Limits);
        }} }}"
    ))
}

/// The blocks of the client, in the order in which rustdoc shows them.
fn client(items: Vec<Item>) -> Vec<ItemImpl> {
    let blocks = implementations(items).into_iter();
    let of_client = |block: &ItemImpl| {
        let ty = block.self_ty.to_token_stream().to_string();
        block.trait_.is_none() && (ty == "Pm" || ty.starts_with("Pm <"))
    };
    blocks.filter(of_client).collect()
}

fn names(block: &ItemImpl) -> Vec<String> {
    let name = |item: &ImplItem| match item {
        ImplItem::Fn(item) => item.sig.ident.to_string(),
        ImplItem::Const(item) => item.ident.to_string(),
        other => panic!("{}", other.to_token_stream()),
    };
    block.items.iter().map(name).collect()
}

/// All that rustdoc reads above an item.
fn docs(attributes: &[Attribute]) -> String {
    let text = attributes.iter().map(|it| it.to_token_stream().to_string());
    text.filter(|text| text.contains("doc =")).collect()
}

#[test]
fn operations_come_first_and_constants_last() {
    let blocks = client(family(
        "#[op(1)] fn get() -> Limits; #[op(2, dump)] fn list() -> Limits;",
    ));
    let names = blocks.iter().map(names).collect::<Vec<_>>();
    let expected: [&[&str]; 3] = [
        &["connect", "listen"],
        &["get", "list", "new", "channel"],
        &["FAMILY", "EVENTS", "GET", "LIST", "CREATED", "DESCRIPTION"],
    ];
    assert_eq!(names, expected);
    let headers = blocks.iter().map(|block| {
        let (generics, ty) = (&block.generics, &block.self_ty);
        format!(
            "impl{} {}",
            generics.to_token_stream(),
            ty.to_token_stream()
        )
    });
    let expected = [
        "impl Pm",
        "impl< C : :: genl :: Channel > Pm < C >",
        "impl Pm",
    ];
    assert_eq!(headers.collect::<Vec<_>>(), expected);
}

#[test]
fn operations_say_what_a_blocking_client_returns() {
    let blocks = client(family(
        "#[op(1)] fn set(request: Limits);
         #[op(2)] fn get(request: Limits) -> Limits;
         /// The author's words.
         #[op(3)] fn find() -> Option<Limits<'_>>;
         #[op(4, dump)] fn list() -> Limits;
         #[op(5, multi)] fn every() -> Limits;",
    ));
    let operations = blocks[1].items.iter().filter_map(|item| match item {
        ImplItem::Fn(item) => Some(docs(&item.attrs)),
        _ => None,
    });
    let expected = [
        "Result<(), Error>",
        "Result<Limits, Error>",
        "Result<Option<Limits<'_>>, Error>",
        "Result<Replies<Limits>, Error>",
        "Result<Replies<Limits>, Error>",
    ];
    // Behind them are `new` and `channel`.
    for (docs, expected) in operations.zip(expected) {
        assert!(docs.contains(&format!("Returns `{expected}`")), "{docs}");
    }
}

/// A type has no hygiene: another `C` of the author's would be taken for the parameter.
#[test]
fn the_parameter_is_not_one_of_the_authors_types() {
    for (operation, expected) in [
        ("#[op(1)] fn get(request: Limits) -> Limits;", "C"),
        ("#[op(1)] fn get(request: Cc) -> wire::Limits;", "C"),
        ("#[op(1)] fn get(request: C);", "__C"),
        ("#[op(1)] fn get(request: Limits) -> wire::C;", "__C"),
        ("#[op(1)] fn get() -> Option<Limits<{ C + 1 }>>;", "__C"),
        ("#[op(1)] fn get(request: limits!());", "__C"),
    ] {
        let blocks = client(family(operation));
        let parameter = blocks[1].generics.type_params().next().unwrap();
        assert_eq!(parameter.ident, expected, "{operation}");
    }
}

/// Of a block without public items rustdoc says so, and not what it is for.
#[test]
fn blocks_with_words_have_items() {
    for source in sources() {
        let items = syn::parse2::<syn::File>(expand_file(&source))
            .unwrap()
            .items;
        for block in implementations(items) {
            let ty = block.self_ty.to_token_stream();
            assert!(
                block.trait_.is_some() || docs(&block.attrs).is_empty() || !block.items.is_empty(),
                "{}: {ty}",
                source.display()
            );
        }
    }
}

#[test]
fn the_table_is_above_the_implementation() {
    let set = "#[derive(AttributeSet)] struct Set {
        #[attr(1)] kind: Kind, #[attr(2, max = 4)] port: u16, #[attr(3, multi, nest)] all: Vec<wire::Entry<'a>>,
    }";
    let table = "| number | attribute | payload | byte order | limits |\\n\
        | --- | --- | --- | --- | --- |\\n\
        | 1 | `kind` | [`Kind`](type@Kind) |  |  |\\n\
        | 2 | `port` | `u16` | host | at most 4 |\\n\
        | 3 | `all` | nest of [`Entry<'a>`](type@wire::Entry), repeated |  |  |";
    let subset =
        "#[derive(AttributeSet)] #[attrs(subset_of = wire::Set<'a>)] struct Part { kind: Kind }";
    let of_subset = "A subset of [`Set<'a>`](type@wire::Set). \
        The [table of `Set<'a>`](type@wire::Set#trait-implementations) shows the numbers and encodings.\\n\\n\
        | attribute | type |\\n\
        | --- | --- |\\n\
        | `kind` | [`Kind`](type@Kind) |";
    let enumeration = "#[derive(Enumeration)] #[repr(u16)] enum Kind {
        Inet = 2, Inet6 = 5 * 2, #[unknown] Other(u16),
    }";
    let values = "A `u16`, 2 bytes on the wire:\\n\\n\
        | value | name | variant |\\n\
        | --- | --- | --- |\\n\
        | 2 | `inet` | `Inet` |\\n\
        | `5 * 2` | `inet6` | `Inet6` |";
    for (source, name, expected) in [
        (set, "AttributeSet", table),
        (subset, "AttributeSet", of_subset),
        (enumeration, "Enumeration", values),
    ] {
        let blocks = implementations(file(source));
        let implemented = |block: &&ItemImpl| {
            let path = block.trait_.as_ref().map(|(path, _)| path);
            path.is_some_and(|path| path.segments.last().unwrap().ident == name)
        };
        let docs = docs(&blocks.iter().find(implemented).unwrap().attrs);
        assert!(docs.contains(expected), "{docs}");
    }
}
