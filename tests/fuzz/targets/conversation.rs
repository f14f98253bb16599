#![no_main]

#[allow(dead_code, reason = "the model needs a part of it")]
#[path = "../../tests/common/mod.rs"]
mod common;
#[allow(dead_code, reason = "the model needs a part of it")]
#[path = "../../tests/conversation/messages.rs"]
mod messages;
#[path = "../../tests/conversation/random/mod.rs"]
mod random;
#[path = "../shared/mod.rs"]
mod shared;

/// The id of `mptcp_pm`, for `messages`.
const ID: u16 = 28;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    shared::limited("conversation", || random::play_bytes(bytes));
});
