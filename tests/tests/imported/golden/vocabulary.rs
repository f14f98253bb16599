// SPDX-License-Identifier: MIT OR Apache-2.0
//! `vocabulary` (`vocabulary.yaml`), as `genl import` prints it.

#![allow(missing_docs)] // The specification says nothing of some.

use genl::{AttributeSet, CStruct, Enumeration, genl_family};
use zerocopy::network_endian::U64;
use zerocopy::{FromBytes, Immutable, IntoBytes};

// `b` is left out: it is 1, as `a` is, and an enum has each value once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum D {
    A = 1,
    #[unknown]
    Other(u8),
}

/// `struct h`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct H {
    pub x: u8,
    /// Padding of the compiler, zero.
    #[member(pad)]
    pub padding_at_1: [u8; 3],
    pub padding: u32,
    // `y` has names, which are in another integer elsewhere.
    pub y: u16,
    /// Padding of the compiler, zero.
    #[member(pad)]
    pub padding_at_10: [u8; 6],
    pub r#type: U64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct S {
    #[attr(1)]
    pub a: Option<D>,
    #[attr(2, name = "4addr")]
    pub attr_4addr: Option<u8>,
    // `self` is a flag with `multi-attr`: it is described as one flag.
    #[attr(3, flag, name = "self")]
    pub attr_self: bool,
    // `l` is little-endian: it is described in the byte order of the machine.
    #[attr(4, multi)]
    pub l: Vec<u32>,
    #[attr(5, indexed)]
    pub m: Option<Vec<String>>,
    // `n` is a list of lists: it is described as bytes.
    #[attr(6, multi)]
    pub n: Vec<Vec<u8>>,
    #[attr(7, array, big_endian, min = 2)]
    pub o: Option<Vec<u16>>,
    // `p` is a nest without `nested-attributes`: it is described as bytes.
    #[attr(8)]
    pub p: Option<Vec<u8>>,
    // `q` is a bitfield without `enum`: it is described as bytes.
    #[attr(9)]
    pub q: Option<Vec<u8>>,
    #[attr(10, multi, nest)]
    pub r: Vec<S>,
    #[attr(11, nest)]
    pub t: Option<Box<S>>,
    #[attr(12, unterminated, max_len = 4)]
    pub u: Option<String>,
    // `h` has 24 bytes, and not 5.
    #[attr(13, c_struct)]
    pub v: Option<H>,
    #[attr(14, min = -5, max = 0x7fff_ffff)]
    pub w: Option<i64>,
    // The kernel refuses bits of `Z_y` outside of `d`, which is not checked.
    #[attr(15, display_hint = hex, name = "Z_y")]
    pub z_y: Option<u16>,
}

/// Request of `new`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = S)]
pub struct CreateRequest {
    pub a: Option<D>,
    pub attr_self: bool,
}

/// Reply of `new`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CreateReply {}

/// Dump request of `connect`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = S)]
pub struct ConnectDump {
    pub a: Option<D>,
}

/// Reply of `connect`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct ConnectDumpReply {}

genl_family! {
    #[family(name = "vocabulary", version = 1)]
    pub trait Vocabulary {
        /// Makes \<it> \[x\]
        #[op(1, name = "new")]
        fn create(request: CreateRequest) -> CreateReply;

        /// D.
        // The dump of `connect` has no `reply`.
        #[op(2, dump)]
        fn connect_dump(request: ConnectDump) -> ConnectDumpReply;

        /// D.
        // `unknown` has no `mcgrp`, and there are no groups: it is described as sent to one socket.
        // `unknown` is described without attributes: `connect` has no reply that it could carry.
        #[event(3, unicast, name = "unknown")]
        fn unknown_ntf();

        /// D.
        #[op(4)]
        fn r#type();
    }
}
