// SPDX-License-Identifier: ((GPL-2.0 WITH Linux-syscall-note) OR BSD-3-Clause)
//! `handshake` (`handshake.yaml`), as `genl import` prints it.

#![allow(missing_docs)] // The specification says nothing of some.

use genl::{AttributeSet, Enumeration, genl_family};

/// The real value is in `linux/err.h`.
pub const MAX_ERRNO: u32 = 4095;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum HandlerClass {
    None = 0,
    Tlshd = 1,
    Max = 2,
    #[unknown]
    Other(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum MsgType {
    Unspec = 0,
    Clienthello = 1,
    Serverhello = 2,
    #[unknown]
    Other(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum Auth {
    Unspec = 0,
    Unauth = 1,
    Psk = 2,
    X509 = 3,
    #[unknown]
    Other(u32),
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct X509 {
    #[attr(1)]
    pub cert: Option<i32>,
    #[attr(2)]
    pub privkey: Option<i32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Accept {
    #[attr(1)]
    pub sockfd: Option<i32>,
    #[attr(2)]
    pub handler_class: Option<HandlerClass>,
    #[attr(3)]
    pub message_type: Option<MsgType>,
    #[attr(4)]
    pub timeout: Option<u32>,
    #[attr(5)]
    pub auth_mode: Option<Auth>,
    #[attr(6, multi)]
    pub peer_identity: Vec<u32>,
    #[attr(7, multi, nest)]
    pub certificate: Vec<X509>,
    #[attr(8)]
    pub peername: Option<String>,
    #[attr(9)]
    pub keyring: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Done {
    #[attr(1, max = MAX_ERRNO)]
    pub status: Option<u32>,
    #[attr(2)]
    pub sockfd: Option<i32>,
    #[attr(3, multi)]
    pub remote_auth: Vec<u32>,
}

/// Request of `accept`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Accept)]
pub struct AcceptRequest {
    pub handler_class: Option<HandlerClass>,
}

/// Reply of `accept`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Accept)]
pub struct AcceptReply {
    pub sockfd: Option<i32>,
    pub message_type: Option<MsgType>,
    pub timeout: Option<u32>,
    pub auth_mode: Option<Auth>,
    pub peer_identity: Vec<u32>,
    pub certificate: Vec<X509>,
    pub peername: Option<String>,
    pub keyring: Option<u32>,
}

genl_family! {
    /// Netlink protocol to request a transport layer security handshake.
    #[family(name = "handshake", version = 1)]
    pub trait Handshake {
        const NONE: MulticastGroup = "none";
        const TLSHD: MulticastGroup = "tlshd";

        /// Notify handlers that a new handshake request is waiting.
        // `ready` has no `mcgrp`: it is described as sent to every group.
        #[event(1, group = [NONE, TLSHD], notify = accept)]
        fn ready();

        /// Handler retrieves next queued handshake request.
        #[op(2, admin_perm)]
        fn accept(request: AcceptRequest) -> AcceptReply;

        /// Handler reports handshake completion.
        #[op(3, admin_perm)]
        fn done(request: Done);
    }
}
