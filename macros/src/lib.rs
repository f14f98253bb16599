//! The macros of `genl`, which re-exports them.
//!
//! In four stages, each in a room of its own: tokens to tree (`syntax`), tree to model (`check`:
//! every rule, every message), model (`model`), model to tokens (`expand`). An item with mistakes
//! expands to its errors, all of them, and to a stub that keeps rustc from adding others.

mod check;
mod errors;
mod expand;
mod model;
mod rules;
mod syntax;

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use errors::Errors;

/// Makes a struct a set of netlink attributes, one for each field, or an enum one attribute of
/// several kinds.
///
/// Each field bears `#[attr(N, ..)]`: the attribute's number, and words where the type leaves open
/// how it is written. `T` must be there, `Option<T>` may be absent, a list is empty when it is
/// absent.
///
/// | word | on | meaning |
/// |---|---|---|
/// | `big_endian` | integers | network byte order |
/// | `unterminated` | strings | no NUL when writing; reading takes either |
/// | `flag` | `bool` | there or not, without a payload |
/// | `flags` | types made by `bitflags!` | an integer of flags |
/// | `uint`, `sint` | `u64`, `i64` | 4 bytes if the value fits, else 8 |
/// | `bitfield32` | `Bitfield32` of a type made by `bitflags!` | flags, and which of them are meant |
/// | `c_struct` | structs of `zerocopy` | a C struct; shorter is filled with zeros, longer is cut |
/// | `with = Codec` | any | an author's own codec, by `genl::codec::With` |
/// | `nest` | attribute sets, `Box` of one, `Vec` of an enum of attributes | attributes inside of the attribute |
/// | `multi` | `Vec<T>` | the attribute repeats |
/// | `array` | `Vec` of integers | one attribute, the integers one behind the other |
/// | `indexed`, `indexed(from = 1)`, `indexed(zero)` | `Vec<T>`, `Vec<Indexed<T>>` | one attribute around elements numbered by index |
/// | `keyed(a: u16)`, `keyed(a: u16, b: u16)` | `Vec<Keyed<..>>` | one attribute around elements numbered by key |
/// | `min = A`, `max = B` | integers | bounds of the value |
/// | `min_len = N`, `max_len = N`, `exact_len = N` | strings, binary | bounds of the length |
/// | `name = ".."` | any | the name in errors and descriptions |
/// | `unknown`, without a number | `Vec<UnknownAttribute>` | keeps the attributes that the set does not know |
///
/// ```
/// use genl::{AttributeSet, UnknownAttribute};
///
/// /// One device.
/// #[derive(Clone, Debug, PartialEq, AttributeSet)]
/// #[attrs(pad = 4)]
/// pub struct Device<'a> {
///     /// Its index.
///     #[attr(1, min = 1)]
///     pub index: u32,
///     #[attr(2, max_len = 15)]
///     pub name: Option<&'a str>,
///     #[attr(3, multi, nest)]
///     pub queues: Vec<Queue>,
///     #[attr(unknown)]
///     pub rest: Vec<UnknownAttribute>,
/// }
///
/// #[derive(Clone, Debug, PartialEq, AttributeSet)]
/// pub struct Queue {
///     #[attr(1, big_endian)]
///     pub port: u16,
///     #[attr(2, flag)]
///     pub up: bool,
/// }
///
/// /// Which device: number, word and check are those of `Device`.
/// #[derive(Clone, Debug, PartialEq, AttributeSet)]
/// #[attrs(subset_of = Device<'_>)]
/// pub struct GetDevice {
///     pub index: u32,
/// }
///
/// assert_eq!(Device::DESCRIPTION.attributes.len(), 3);
/// assert_eq!(GetDevice::DESCRIPTION.attributes[0].number, 1);
/// ```
///
/// On an enum, each variant is an attribute: `Name(T)`, or `Name` for a `flag`. A `Vec` of it is a
/// set whose attributes come in any order and repeat: in a field marked `nest`, or as a whole
/// message. A variant marked `unknown` keeps attributes of no other kind, which are skipped without
/// it.
///
/// ```
/// use genl::{AttributeSet, UnknownAttribute};
///
/// #[derive(Clone, Debug, PartialEq, AttributeSet)]
/// pub enum Action {
///     #[attr(1)]
///     Output(u32),
///     #[attr(5, flag)]
///     PopVlan,
///     #[attr(6, nest)]
///     Sample(Vec<Action>),
///     #[attr(unknown)]
///     Other(UnknownAttribute),
/// }
///
/// #[derive(Clone, Debug, PartialEq, AttributeSet)]
/// pub struct Flow {
///     #[attr(2, nest)]
///     pub actions: Vec<Action>,
/// }
///
/// let mut bytes = Vec::new();
/// let flow = Flow { actions: vec![Action::PopVlan, Action::Output(3), Action::PopVlan] };
/// flow.encode(&mut genl::AttributeWriter::new(&mut bytes));
/// assert_eq!(Flow::decode(genl::Attributes::new(&bytes, 0)), Ok(flow));
/// ```
///
/// A subset takes what it needs of a set. A nested set in it may be narrowed by a subset of that
/// one:
///
/// ```
/// use genl::AttributeSet;
///
/// #[derive(AttributeSet)]
/// pub struct Address {
///     #[attr(1)]
///     pub family: Option<u16>,
///     #[attr(2)]
///     pub id: Option<u8>,
/// }
///
/// #[derive(AttributeSet)]
/// pub struct Attr {
///     #[attr(1, nest)]
///     pub addr: Option<Address>,
/// }
///
/// #[derive(AttributeSet)]
/// #[attrs(subset_of = Address)]
/// pub struct LocalAddress {
///     pub id: u8,
/// }
///
/// #[derive(AttributeSet)]
/// #[attrs(subset_of = Attr)]
/// pub struct Remove {
///     pub addr: LocalAddress,
/// }
/// ```
///
/// On the struct stands `#[attrs(..)]`: `pad = N` for the number of a pad attribute, `subset_of =
/// Set` to take numbers, words and checks of equally named fields from another set, `name = ".."`,
/// and `crate = "path"` where `genl` is not found as `::genl`.
#[proc_macro_derive(AttributeSet, attributes(attr, attrs))]
pub fn derive_attribute_set(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    attribute_set(input.into()).into()
}

/// Makes an enum stand for an integer of the kernel.
///
/// Each variant has a value, as the language gives it; one more, marked `#[unknown]`, keeps the
/// values without a name. The integer is that of `#[repr(..)]`.
///
/// | word of `#[enumeration(..)]` | meaning |
/// |---|---|
/// | `name = ".."` | the name in descriptions |
/// | `crate = "path"` | where `genl` is found |
///
/// ```
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, genl::Enumeration)]
/// #[repr(u16)]
/// pub enum AddressFamily {
///     Inet = 2,
///     Inet6 = 10,
///     #[unknown]
///     Other(u16),
/// }
///
/// assert_eq!(AddressFamily::from(10), AddressFamily::Inet6);
/// assert_eq!(u16::from(AddressFamily::Other(3)), 3);
/// ```
#[proc_macro_derive(Enumeration, attributes(unknown, enumeration))]
pub fn derive_enumeration(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    enumeration(input.into()).into()
}

/// Describes a family, and makes its client, constants and events.
///
/// The block holds one trait, which is never emitted: `const`s are multicast groups, `fn`s are
/// operations and events.
///
/// | on | words |
/// |---|---|
/// | the trait: `#[family(..)]` | `name = ".."`, `version = N` (1), `header = Type`, `crate = "path"` |
/// | an operation: `#[op(N, ..)]` | `dump`, `multi`, `reply = N`, `admin_perm`, `uns_admin_perm`, `lax`, `name = ".."` |
/// | an event: `#[event(N, ..)]` | `group = CONST`, `unicast`, `notify = fn_name`, `name = ".."` |
///
/// ```
/// use genl::{AttributeSet, genl_family};
///
/// #[derive(Clone, Debug, PartialEq, AttributeSet)]
/// pub struct Device {
///     #[attr(1)]
///     pub index: u32,
/// }
///
/// genl_family! {
///     /// Devices.
///     #[family(name = "devices", version = 1)]
///     pub trait Devices {
///         /// What changes.
///         const CHANGES: MulticastGroup = "changes";
///
///         /// One device.
///         #[op(1)]
///         fn get(request: Device) -> Device;
///
///         /// Every device.
///         #[op(1, dump)]
///         fn list() -> Device;
///
///         /// A device is new.
///         #[event(2, group = CHANGES, notify = get)]
///         fn added();
///     }
/// }
///
/// assert_eq!(Devices::DESCRIPTION.operations.len(), 2);
/// assert_eq!(Devices::LIST.operation().name, "list");
/// ```
///
/// Several replies are those of a `dump`, or of a do marked `multi`, which ends with an
/// acknowledgement. Where one object is spread over several of them, `genl::Replies::merge` puts it
/// together. `unicast` stands on an event that is sent to no group, but to one socket.
///
/// `header = Type` names a C struct in front of the attributes of every message; requests, replies
/// and events of the block then are `genl::WithHeader<Type, Set>`.
#[proc_macro]
pub fn genl_family(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    family(input.into()).into()
}

fn attribute_set(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(input) = errors.take(syn::parse2::<DeriveInput>(input)) else {
        return errors.into_compile_errors();
    };
    let set = check::check_set(syntax::item::Set::parse(input, &mut errors), &mut errors);
    if errors.is_empty() {
        return expand::set::expand_set(&set);
    }
    let (errors, stub) = (
        errors.into_compile_errors(),
        expand::stub::expand_set_stub(&set),
    );
    quote!(#errors #stub)
}

fn enumeration(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(input) = errors.take(syn::parse2::<DeriveInput>(input)) else {
        return errors.into_compile_errors();
    };
    let checked = check::check_enumeration(
        syntax::item::Enumeration::parse(input, &mut errors),
        &mut errors,
    );
    let expanded = match &checked {
        Ok(enumeration) => expand::enumeration::expand_enumeration(enumeration),
        Err(failed) => expand::stub::expand_enumeration_stub(
            &failed.krate,
            &failed.ident,
            &failed.generics,
            failed.repr.as_ref(),
        ),
    };
    let errors = errors.into_compile_errors();
    quote!(#errors #expanded)
}

fn family(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(block) = syntax::block::Block::parse(input, &mut errors) else {
        return errors.into_compile_errors();
    };
    let family = check::check_family(block, &mut errors);
    let expanded = expand::family::expand_family(&family);
    let errors = errors.into_compile_errors();
    quote!(#errors #expanded)
}
