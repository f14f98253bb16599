//! The words of `#[attr(..)]` as types: how the payload of a field is written, where its type leaves that open.
//!
//! They are the second parameter of [`Slot`](crate::codec::Slot) and of [`Payload`](crate::codec::Payload), and carry
//! nothing at run time.

use core::marker::PhantomData;

/// No word: the type says it all.
#[derive(Debug)]
pub struct Plain;

/// `u8` on a `bool`: a byte that is 0 or 1.
#[derive(Debug)]
pub struct U8;

/// `big_endian`: an integer in network byte order.
#[derive(Debug)]
pub struct BigEndian;

/// `unterminated`: a string without a NUL; reading takes either.
#[derive(Debug)]
pub struct Unterminated;

/// `flag`: present or absent, without a payload.
#[derive(Debug)]
pub struct Flag;

/// `flags`: an integer that holds flags.
#[derive(Debug)]
pub struct Flags;

/// `flags` beside `big_endian`: an integer in network byte order that holds flags.
#[derive(Debug)]
pub struct FlagsBigEndian;

/// `flags` beside `uint`: an integer in 4 bytes if it fits, else in 8, that holds flags.
#[derive(Debug)]
pub struct FlagsUint;

/// `uint`: an unsigned integer in 4 bytes if it fits, else in 8.
#[derive(Debug)]
pub struct Uint;

/// `sint`: a signed integer in 4 bytes if it fits, else in 8.
#[derive(Debug)]
pub struct Sint;

/// `bitfield32`: flags, and which of them are meant.
#[derive(Debug)]
pub struct Bitfield32;

/// `c_struct`: a C struct, as it lies in memory.
#[derive(Debug)]
pub struct CStruct;

/// `with = C`: the author's own codec.
#[derive(Debug)]
pub struct With<C>(PhantomData<C>);

/// `with = C` beside `sibling`: the author's own codec, which depends on another field.
#[derive(Debug)]
pub struct WithSibling<C>(PhantomData<C>);

/// `array`: elements of fixed width one behind the other in one attribute.
#[derive(Debug)]
pub struct Array<W = Plain>(PhantomData<W>);

/// `nest`: an attribute set inside of the attribute.
#[derive(Debug)]
pub struct Nest;

/// `multi`: the attribute repeats, once for each element.
#[derive(Debug)]
pub struct Multi<W = Plain>(PhantomData<W>);

/// `omit_empty` beside the word `W` of a `Vec`: an empty one has no attribute, and an absent attribute is an empty one.
#[derive(Debug)]
pub struct OmitEmpty<W = Plain>(PhantomData<W>);

/// `indexed`: one attribute around the elements, each in an attribute of its own whose number is its index, counted
/// from `FROM`.
#[derive(Debug)]
pub struct Indexed<const FROM: u16 = 0, W = Plain>(PhantomData<W>);

/// `indexed(zero)`: like [`Indexed`], but every element bears the number 0.
#[derive(Debug)]
pub struct IndexedZero<W = Plain>(PhantomData<W>);

/// `indexed` on a `Vec<Indexed<T>>`: like [`Indexed`], with the indices that the elements tell.
#[derive(Debug)]
pub struct IndexedKept<W = Plain>(PhantomData<W>);

/// `keyed` with one key: one attribute around the elements, each in an attribute whose number is its key.
#[derive(Debug)]
pub struct Keyed1<W = Plain>(PhantomData<W>);

/// `keyed` with two keys: like [`Keyed1`], with an attribute for each key, the second inside of the first.
#[derive(Debug)]
pub struct Keyed2<W = Plain>(PhantomData<W>);
