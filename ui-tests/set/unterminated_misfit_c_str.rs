use genl::AttributeSet;

use std::ffi::CStr;

#[derive(AttributeSet)]
struct Entry<'a> {
    #[attr(1, unterminated)]
    name: &'a CStr,
}

fn main() {}
