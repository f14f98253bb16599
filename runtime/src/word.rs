//! The words of `#[attr(..)]` as types: how a payload is encoded, if the field's type alone does not determine it.
//!
//! They are the second parameter of [`Payload`](crate::codec::Payload) and [`FromPayload`](crate::codec::FromPayload), and
//! hold nothing at run time. The words are explained at [`AttributeSet`](derive@crate::AttributeSet).

use core::marker::PhantomData;

/// No word: the type alone determines the encoding.
#[derive(Debug)]
pub struct Plain;

/// `u8` on a `bool`: one byte, which is 0 or 1.
#[derive(Debug)]
pub struct U8;

/// `big_endian`: an integer in network byte order.
#[derive(Debug)]
pub struct BigEndian;

/// `unterminated`: a string is encoded without a NUL, and decoded with or without one.
#[derive(Debug)]
pub struct Unterminated;

/// `flag`: present or absent, without a payload.
#[derive(Debug)]
pub struct Flag;

/// `flags`: an integer that holds flags. Bits without a name are kept.
///
/// ```
/// use genl::AttributeSet;
///
/// bitflags::bitflags! {
///     #[derive(Debug, Default, PartialEq)]
///     struct Mode: u32 {
///         const FAST = 1;
///         const QUIET = 2;
///     }
/// }
///
/// #[derive(AttributeSet)]
/// struct Device {
///     #[attr(1, flags)]
///     mode: Mode,
/// }
///
/// # if cfg!(target_endian = "little") {
/// let device = Device::from_bytes(&[8, 0, 1, 0, 5, 0, 0, 0])?;
/// // The bit 4 has no name. It is decoded, compared and encoded again.
/// assert_eq!(device.mode.bits(), 5);
/// assert_eq!(format!("{:?}", device.mode), "Mode(FAST | 0x4)");
/// assert_eq!(device.to_bytes()?, [8, 0, 1, 0, 5, 0, 0, 0]);
/// // These are methods of `bitflags::Flags`.
/// let names: Vec<_> = device.mode.iter_names().map(|(name, _)| name).collect();
/// assert_eq!(names, ["FAST"]);
/// assert_eq!(Mode::from_name("QUIET"), Some(Mode::QUIET));
/// assert_eq!(device.mode.bits() & !Mode::all().bits(), 4);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Flags;

/// `flags` with `big_endian`: an integer in network byte order that holds flags.
#[derive(Debug)]
pub struct FlagsBigEndian;

/// `flags` with `uint`: an integer of 4 bytes if it fits, else 8, that holds flags.
#[derive(Debug)]
pub struct FlagsUint;

/// `uint`: an unsigned integer of 4 bytes if it fits, else 8.
#[derive(Debug)]
pub struct Uint;

/// `sint`: a signed integer of 4 bytes if it fits, else 8.
#[derive(Debug)]
pub struct Sint;

/// `bitfield32`: flags, and a selector of the bits that are meant.
#[derive(Debug)]
pub struct Bitfield32;

/// `c_struct`: a C struct, with its layout in memory.
#[derive(Debug)]
pub struct CStruct;

/// `with = C`: a codec of the author.
#[derive(Debug)]
pub struct With<C>(PhantomData<C>);

/// `with = C` with `sibling`: a codec of the author that depends on another field.
#[derive(Debug)]
pub struct WithSibling<C>(PhantomData<C>);

/// `array`: elements of fixed size, packed into one attribute.
#[derive(Debug)]
pub struct Array<W = Plain>(PhantomData<W>);

/// `nest`: an attribute set nested in the attribute.
#[derive(Debug)]
pub struct Nest;

/// `multi`: the attribute is repeated once per element.
#[derive(Debug)]
pub struct Multi<W = Plain>(PhantomData<W>);

/// `omit_empty` with the word `W` of a `Vec`: an empty list is encoded as no attribute, and an absent attribute is decoded
/// as an empty list.
#[derive(Debug)]
pub struct OmitEmpty<W = Plain>(PhantomData<W>);

/// `indexed`: one attribute that contains one attribute per element, numbered from `FROM`.
#[derive(Debug)]
pub struct Indexed<const FROM: u16 = 0, W = Plain>(PhantomData<W>);

/// `indexed(zero)`: like [`Indexed`], but every element has the number 0.
#[derive(Debug)]
pub struct IndexedZero<W = Plain>(PhantomData<W>);

/// `indexed` on a `Vec<Indexed<T>>`: like [`Indexed`], with the index that each element holds.
#[derive(Debug)]
pub struct IndexedKept<W = Plain>(PhantomData<W>);

/// `keyed` with one key: one attribute that contains one attribute per element, numbered by its key.
#[derive(Debug)]
pub struct Keyed1<W = Plain>(PhantomData<W>);

/// `keyed` with two keys: like [`Keyed1`], with an attribute per key, the second nested in the first.
#[derive(Debug)]
pub struct Keyed2<W = Plain>(PhantomData<W>);
